import type {SourcePage} from './source-page.js';

/**
 * One appointment at a time, kept only while the page is visible and online; one that was missed is kept at once when
 * it is both again.
 */
export class Timetable {
  readonly #page: SourcePage;
  readonly #act: () => void;
  #dueAt = 0;
  #cancel: (() => void) | undefined;
  #unwatch: (() => void) | undefined;

  constructor(page: SourcePage, act: () => void) {
    this.#page = page;
    this.#act = act;
  }

  /** Makes the appointment, in milliseconds since 1970, in place of any other. */
  planAt(dueAt: number): void {
    this.#dueAt = dueAt;
    this.#unwatch ??= this.#page.watch(() => this.#arm());
    this.#arm();
  }

  /** Drops the appointment, its timer and its listeners. */
  stop(): void {
    this.#cancel?.();
    this.#unwatch?.();
    this.#cancel = this.#unwatch = undefined;
  }

  #arm(): void {
    this.#cancel?.();
    const {isVisible, isOnline, now, after} = this.#page;
    this.#cancel = isVisible() && isOnline() ? after(Math.max(0, this.#dueAt - now()), () => this.#keep()) : undefined;
  }

  #keep(): void {
    this.stop();
    this.#act();
  }
}
