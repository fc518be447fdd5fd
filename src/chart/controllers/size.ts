import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** A change below this is rounding, not a new size. */
const LEAST_CHANGE = 0.5;

const controllers = new WeakMap<Element, SizeController>();

/** One observer for the whole page. */
const observer: () => ResizeObserver = (() => {
  let made: ResizeObserver | undefined;
  return () =>
    (made ??= new ResizeObserver((entries) => {
      for (const {target, contentRect} of entries) controllers.get(target)?.resized(contentRect.width);
    }));
})();

/**
 * The width the page gives to an element. A new width is drawn in the next animation frame, never inside the
 * observer's own callback, so the page sees no resize loop; the height is the drawing's own and is never read.
 */
export class SizeController implements ReactiveController {
  /** In pixels; 0 while the element is not laid out (a hidden tab, a closed `<details>`). */
  width = 0;
  readonly #host: Host;
  #frame = 0;

  constructor(host: Host) {
    this.#host = host;
    controllers.set(host, this);
    host.addController(this);
  }

  hostConnected(): void {
    this.width = this.#host.clientWidth;
    observer().observe(this.#host);
  }

  hostDisconnected(): void {
    observer().unobserve(this.#host);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  resized(width: number): void {
    if (Math.abs(width - this.width) < LEAST_CHANGE) return;
    this.width = width;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#host.requestUpdate();
    });
  }
}
