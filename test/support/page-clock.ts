import {turn} from './fake-page.js';

/** Delays from here on are the page's business, not a test's own waiting. In milliseconds. */
const LONG = 500;

const TRIFLE = 0.01;

interface Alarm {
  readonly at: number;
  readonly act: () => void;
}

/**
 * A page whose long timers and clock move only when a test says so, and that can be hidden and unplugged: a day of polling
 * passes in a moment. Short timers and frames run as ever, so that elements can draw.
 */
export class PageClock {
  #time = performance.now();
  #next = 1e9;
  #isVisible = true;
  #isOnline = true;
  readonly #alarms = new Map<number, Alarm>();
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  readonly #clearTimeout = globalThis.clearTimeout.bind(globalThis);

  /** Long timers that somebody has still set. */
  get alarms(): number {
    return this.#alarms.size;
  }

  install(): void {
    const set = (act: () => void, delay = 0, ...more: unknown[]): number => {
      if (delay < LONG) return this.#setTimeout(act, delay, ...more);
      this.#alarms.set(++this.#next, {at: this.#time + delay, act});
      return this.#next;
    };
    const clear = (handle?: number): void => {
      if (!this.#alarms.delete(handle ?? 0)) this.#clearTimeout(handle);
    };
    Object.assign(globalThis, {setTimeout: set, clearTimeout: clear});
    performance.now = () => this.#time;
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (this.#isVisible ? 'visible' : 'hidden'),
    });
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => this.#isOnline});
  }

  uninstall(): void {
    Object.assign(globalThis, {setTimeout: this.#setTimeout, clearTimeout: this.#clearTimeout});
    Reflect.deleteProperty(performance, 'now');
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline;
    dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  }

  /** Lets time pass, with every long timer in order and what follows from it. */
  async advance(milliseconds: number): Promise<void> {
    // Times in milliseconds since 1970 have lost their last digits: an alarm may stand a trifle late.
    const end = this.#time + milliseconds + TRIFLE;
    await this.settle();
    for (let next = this.#first(end); next; next = this.#first(end)) {
      const [handle, {at, act}] = next;
      this.#time = Math.max(this.#time, at);
      this.#alarms.delete(handle);
      act();
      await this.settle();
    }
    this.#time = end - TRIFLE;
  }

  /** Resolves after everything that is ready to run has run. */
  async settle(): Promise<void> {
    await turn();
    await new Promise((resolve) => this.#setTimeout(resolve, 0));
  }

  #first(end: number): [number, Alarm] | undefined {
    let first: [number, Alarm] | undefined;
    for (const entry of this.#alarms)
      if (entry[1].at <= end && entry[1].at < (first?.[1].at ?? Infinity)) first = entry;
    return first;
  }
}
