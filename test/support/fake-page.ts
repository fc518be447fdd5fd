import type {SourcePage} from '../../src/source/source-page.js';

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

/** Resolves after everything that is ready to run has run; a message comes sooner than a timer. */
export async function turn(): Promise<void> {
  await message();
  await bodyRead();
}

const message = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Firefox hands out even a body that is there in tasks of its own; bodies that were asked for earlier are read by then. */
async function bodyRead(): Promise<void> {
  const reader = new Response(' ').body!.getReader();
  while (!(await reader.read()).done);
}

/** A page whose clock stands still until it is advanced, that can be hidden and unplugged, and that counts what is left. */
export class FakePage implements SourcePage {
  fetch: SourcePage['fetch'] = () => Promise.reject(new TypeError('no network in this test'));
  chance = 0.5;
  #time = Date.UTC(2026, 0, 5);
  #isVisible = true;
  #isOnline = true;
  readonly #timers = new Set<Timer>();
  readonly #watchers = new Set<() => void>();

  readonly resolve = (reference: string): string | null => reference;
  readonly now = (): number => this.#time;
  readonly random = (): number => this.chance;
  readonly isVisible = (): boolean => this.#isVisible;
  readonly isOnline = (): boolean => this.#isOnline;

  readonly after = (milliseconds: number, act: () => void): (() => void) => {
    const timer = {at: this.#time + milliseconds, act};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  readonly watch = (listener: () => void): (() => void) => {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  };

  /** Timers and listeners that somebody has still set. */
  get leftovers(): number {
    return this.#timers.size + this.#watchers.size;
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    for (const tell of [...this.#watchers]) tell();
  }

  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline;
    for (const tell of [...this.#watchers]) tell();
  }

  /** Lets time pass, with every timer and what follows from it in order. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds;
    await turn();
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      this.#time = next.at;
      this.#timers.delete(next);
      next.act();
      if (this.#nextUntil(this.#time) === undefined) await turn();
    }
    this.#time = end;
  }

  #nextUntil(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= end && timer.at < (next?.at ?? Infinity)) next = timer;
    return next;
  }
}

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
