import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {onFontsLoaded} from './text-ruler.js';

type Host = ReactiveControllerHost & HTMLElement;

/** A change below this is rounding, not a new size. */
const LEAST_CHANGE = 0.5;

const controllers = new Set<SizeController>();
const byElement = new WeakMap<Element, SizeController>();

/** What the page tells of size, watched once for all elements of the page. */
interface PageWatch {
  readonly sizes: ResizeObserver;
}

let page: PageWatch | undefined;

function watchPage(): PageWatch {
  const sizes = new ResizeObserver((entries) => {
    for (const {target, contentRect} of entries) byElement.get(target)?.resized(contentRect.width);
  });
  // Paper has another width than the window, and no frame comes before it is printed: draw at once.
  matchMedia('print').addEventListener('change', () => controllers.forEach((controller) => controller.printed()));
  onFontsLoaded(() => controllers.forEach((controller) => controller.redraw()));
  return {sizes};
}

/**
 * The width the page gives to an element. A new width is drawn in the next animation frame, never inside the
 * observer's own callback, so the page sees no resize loop; the height is the drawing's own and is never read.
 */
export class SizeController implements ReactiveController {
  /** In pixels; 0 while the element is not laid out (a hidden tab, a closed `<details>`). */
  width = 0;
  readonly #host: Host & {performUpdate?: () => void};
  #frame = 0;

  constructor(host: Host) {
    this.#host = host;
    byElement.set(host, this);
    host.addController(this);
  }

  hostConnected(): void {
    this.width = this.#host.clientWidth;
    controllers.add(this);
    (page ??= watchPage()).sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    controllers.delete(this);
    page?.sizes.unobserve(this.#host);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  resized(width: number): void {
    // Without a place nobody looks: the drawing stays, so that it is there at once when the place comes back.
    if (width === 0 || Math.abs(width - this.width) < LEAST_CHANGE) return;
    this.width = width;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.redraw();
    });
  }

  printed(): void {
    this.width = this.#host.clientWidth || this.width;
    this.redraw();
    this.#host.performUpdate?.();
  }

  redraw(): void {
    this.#host.requestUpdate();
  }
}
