/*
 * What scripts have asked of a page and not given back: listeners on what outlives an element, timers, frames and observed
 * nodes. It counts from the moment it is opened, in any engine.
 */

/** What is still open, by kind. */
export type Open = Readonly<Record<'listeners' | 'timers' | 'frames' | 'sizes' | 'changes', number>>;

type Patch = readonly [holder: object, name: string, make: (own: Method) => Method];
type Method = (this: unknown, ...args: readonly never[]) => unknown;

export class PageLedger {
  readonly #listeners = new Set<string>();
  readonly #timers = new Set<unknown>();
  readonly #frames = new Set<unknown>();
  readonly #sizes = new Map<unknown, Set<unknown>>();
  readonly #changes = new Map<unknown, Set<unknown>>();
  readonly #ids = new WeakMap<object, number>();
  readonly #undo: (() => void)[] = [];
  #lastId = 0;

  get open(): Open {
    const sum = (sets: Map<unknown, Set<unknown>>) => [...sets.values()].reduce((total, {size}) => total + size, 0);
    return {
      listeners: this.#listeners.size,
      timers: this.#timers.size,
      frames: this.#frames.size,
      sizes: sum(this.#sizes),
      changes: sum(this.#changes),
    };
  }

  begin(): void {
    for (const patch of [...this.#listening(), ...this.#waiting(), ...this.#observing()]) this.#apply(patch);
  }

  end(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  #apply([holder, name, make]: Patch): void {
    const own = Reflect.get(holder, name) as Method;
    Reflect.set(holder, name, make(own));
    this.#undo.push(() => void Reflect.set(holder, name, own));
  }

  #idOf(value: unknown): number {
    if (typeof value !== 'object' && typeof value !== 'function') return 0;
    const id = this.#ids.get(value!) ?? ++this.#lastId;
    this.#ids.set(value!, id);
    return id;
  }

  #listening(): Patch[] {
    const keyOf = (target: unknown, [type, listener]: readonly unknown[]) =>
      [this.#idOf(target ?? globalThis), String(type), this.#idOf(listener)].join(' ');
    // Listeners on an element's own nodes go with it; these would stay.
    const outlives = (target: unknown) =>
      !(target instanceof Element || target instanceof ShadowRoot || target instanceof AbortSignal);
    const ledger = this.#listeners;
    const add = (own: Method): Method =>
      function (this: unknown, ...args) {
        if (outlives(this)) ledger.add(keyOf(this, args));
        return Reflect.apply(own, this, args);
      };
    const remove = (own: Method): Method =>
      function (this: unknown, ...args) {
        ledger.delete(keyOf(this, args));
        return Reflect.apply(own, this, args);
      };
    return [
      [EventTarget.prototype, 'addEventListener', add],
      [EventTarget.prototype, 'removeEventListener', remove],
    ];
  }

  #waiting(): Patch[] {
    const begin =
      (open: Set<unknown>) =>
      (own: Method): Method =>
      (...[act, ...more]: readonly never[]) => {
        const done = (...args: readonly never[]) => {
          open.delete(handle);
          Reflect.apply(act as unknown as Method, undefined, args);
        };
        const handle = Reflect.apply(own, globalThis, [done, ...more]);
        open.add(handle);
        return handle;
      };
    const end =
      (open: Set<unknown>) =>
      (own: Method): Method =>
      (...args: readonly never[]) => {
        open.delete(args[0]);
        return Reflect.apply(own, globalThis, args);
      };
    return [
      [globalThis, 'setTimeout', begin(this.#timers)],
      [globalThis, 'clearTimeout', end(this.#timers)],
      [globalThis, 'requestAnimationFrame', begin(this.#frames)],
      [globalThis, 'cancelAnimationFrame', end(this.#frames)],
    ];
  }

  #observing(): Patch[] {
    const patches = (prototype: object, open: Map<unknown, Set<unknown>>): Patch[] => [
      [
        prototype,
        'observe',
        (own) =>
          function (this: unknown, ...args) {
            open.set(this, (open.get(this) ?? new Set()).add(args[0]));
            return Reflect.apply(own, this, args);
          },
      ],
      [
        prototype,
        'unobserve',
        (own) =>
          function (this: unknown, ...args) {
            open.get(this)?.delete(args[0]);
            return Reflect.apply(own, this, args);
          },
      ],
      [
        prototype,
        'disconnect',
        (own) =>
          function (this: unknown, ...args) {
            open.delete(this);
            return Reflect.apply(own, this, args);
          },
      ],
    ];
    return [
      ...patches(ResizeObserver.prototype, this.#sizes),
      ...patches(MutationObserver.prototype, this.#changes).filter(([, name]) => name !== 'unobserve'),
    ];
  }
}
