import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Handle, HandleAxis, Mark, Scene} from '../../scene/scene.js';

/** New values of what a handle moves. */
export interface HandleMove {
  readonly x?: number;
  readonly y?: number;
}

/** What becomes of a handle in use. */
export interface HandleListener {
  readonly move: (to: HandleMove) => void;
  /** A handle without axes has been pressed, or the one in hand is to be where it was made. */
  readonly reset: () => void;
  /** The reader has let go. */
  readonly settle: () => void;
  /** The reader wants it back where it was taken. */
  readonly revert: () => void;
}

interface HandleHost extends ReactiveControllerHost, HTMLElement {
  readonly isRightToLeft: boolean;
}

/** With Shift or a page key an arrow goes this many steps. */
const COARSE = 10;

const KEYS: Readonly<Record<string, readonly ['x' | 'y', number]>> = {
  ArrowRight: ['x', 1],
  ArrowLeft: ['x', -1],
  ArrowUp: ['y', 1],
  ArrowDown: ['y', -1],
  PageUp: ['y', COARSE],
  PageDown: ['y', -COARSE],
};

/** A drag in hand: where it began, and the values then. */
interface Drag {
  readonly handle: Handle;
  readonly x: number;
  readonly y: number;
}

/**
 * Pointer and keyboard over marks with a handle. One of them has a name and a tab stop, as a slider that moves both ways;
 * Delete resets it, Escape puts it back.
 */
export class HandleController implements ReactiveController {
  readonly #host: HandleHost;
  readonly #listener: HandleListener;
  #svg: SVGSVGElement | null = null;
  #scene: Scene | null = null;
  #drag: Drag | null = null;

  constructor(host: HandleHost, listener: HandleListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drag = null;
  }

  /** Takes over a drawing that has just been brought up to date. */
  attach(svg: SVGSVGElement | null, scene: Scene | null): void {
    if (svg && svg !== this.#svg) this.#listen(svg);
    this.#svg = svg;
    this.#scene = scene;
    for (const handle of handlesOf(scene?.marks ?? [])) this.#speak(handle);
  }

  #listen(svg: SVGSVGElement): void {
    svg.addEventListener('pointerdown', (event) => this.#take(event));
    svg.addEventListener('pointermove', (event) => this.#pull(event));
    svg.addEventListener('pointerup', () => this.#release());
    svg.addEventListener('pointercancel', () => this.#release());
    svg.addEventListener('dblclick', (event) => this.#handleAt(event.target) && this.#listener.reset());
    svg.addEventListener('keydown', (event) => this.#press(event));
    svg.addEventListener('keyup', (event) => {
      if (event.key in KEYS && this.#handleAt(event.target)) this.#listener.settle();
    });
  }

  /** Attributes of the page only: a file has nothing to move. */
  #speak({id, label, text, x}: Handle): void {
    if (label === undefined || !x) return;
    const node = this.#svg?.querySelector(`[data-handle="${CSS.escape(id)}"]`);
    const attributes = {
      role: 'slider',
      tabindex: 0,
      'aria-label': label,
      'aria-valuetext': text ?? '',
      'aria-valuenow': x.value,
      'aria-valuemin': x.low,
      'aria-valuemax': x.high,
    };
    for (const [name, value] of Object.entries(attributes)) node?.setAttribute(name, String(value));
  }

  #handleAt(target: EventTarget | null): Handle | undefined {
    const id = target instanceof Element ? target.closest('[data-handle]')?.getAttribute('data-handle') : undefined;
    return id ? handlesOf(this.#scene?.marks ?? []).find((handle) => handle.id === id) : undefined;
  }

  #take(event: PointerEvent): void {
    const handle = this.#handleAt(event.target);
    if (!handle || event.button) return;
    if (!handle.x && !handle.y) {
      this.#listener.reset();
      return;
    }
    this.#drag = {handle, x: event.clientX, y: event.clientY};
    this.#svg?.setPointerCapture(event.pointerId);
    // No text is to be selected while something is dragged.
    event.preventDefault();
  }

  #pull(event: PointerEvent): void {
    if (!this.#drag || !this.#svg || !this.#scene) return;
    const {handle, x, y} = this.#drag;
    const scale = this.#scene.width / this.#svg.getBoundingClientRect().width;
    const sign = this.#host.isRightToLeft ? -1 : 1;
    this.#listener.move({
      ...(handle.x ? {x: drawn(handle.x, (event.clientX - x) * scale * sign)} : {}),
      ...(handle.y ? {y: drawn(handle.y, (event.clientY - y) * scale)} : {}),
    });
  }

  #release(): void {
    if (!this.#drag) return;
    this.#drag = null;
    this.#listener.settle();
  }

  #press(event: KeyboardEvent): void {
    const handle = this.#handleAt(event.target);
    if (!handle || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') this.#listener.reset();
    else if (event.key === 'Escape') this.#listener.revert();
    else if (!this.#step(handle, event)) return;
    event.preventDefault();
  }

  #step(handle: Handle, {key, shiftKey}: KeyboardEvent): boolean {
    const [name, steps] = KEYS[key] ?? [];
    const axis = name && handle[name];
    if (!name || !axis || !steps) return false;
    const sign = name === 'x' && this.#host.isRightToLeft ? -1 : 1;
    const coarse = shiftKey && Math.abs(steps) === 1 ? COARSE : 1;
    const next = (Math.round(axis.value / axis.step) + steps * coarse * sign) * axis.step;
    this.#listener.move({[name]: within(axis, next)});
    return true;
  }
}

/** A drag ends on a tenth of a step: what is told in figures is where it is. */
const drawn = (axis: HandleAxis, pixels: number): number => {
  const fine = axis.step / 10;
  return within(axis, Math.round((axis.value + pixels * axis.perPixel) / fine) * fine);
};

/** Between the ends of an axis; steps of a tenth do not end in 0.30000000000000004. */
const within = ({low, high}: HandleAxis, value: number): number =>
  Number(Math.max(low, Math.min(high, value)).toPrecision(12));

/** What is moved or pressed stands above all else, in no group. */
const handlesOf = (marks: readonly Mark[]): Handle[] => marks.flatMap(({handle}) => handle ?? []);
