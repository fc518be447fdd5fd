import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Datum, Scene} from '../../scene/scene.js';
import {datumsOf, stepFrom, type Step} from '../datum-grid.js';
import {type DatumDetail, InsightActiveEvent, InsightSelectEvent} from '../events.js';
import type {Dense} from '../dense.js';
import type {FieldCursor} from './field-cursor.js';
import {Tooltip} from './tooltip.js';

/** The part of a chart element that its drawing is explored through. */
export interface DatumHost extends ReactiveControllerHost, HTMLElement {
  readonly chartName: string;
  readonly isRightToLeft: boolean;
  /** Only where datums may have no nodes. */
  readonly dense: Dense | undefined;
}

/** Time to travel from a mark to its tooltip before that closes, in milliseconds. */
const LINGER = 150;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const OPPOSITE: Readonly<Partial<Record<Step, Step>>> = {next: 'previous', previous: 'next'};

/**
 * Pointer and keyboard over the marks that stand for data: one tab stop, arrows in two dimensions, Enter selects, Escape
 * lets go. Nothing is redrawn: an attribute moves from mark to mark.
 */
export class DatumController implements ReactiveController {
  readonly #host: DatumHost;
  #svg: SVGSVGElement | undefined;
  #scene: Scene | undefined;
  #datums: ReadonlyMap<string, Datum> | undefined;
  #active: Datum | null = null;
  /** What was chosen or has the focus: it is marked again when the pointer has passed over others. */
  #kept: Datum | null = null;
  #tabStop: SVGElement | undefined;
  /** Only for drawings whose datums have no nodes. */
  #cursor: FieldCursor | undefined;
  #tooltip: Tooltip | undefined;
  #pointed: PointerEvent | undefined;
  #closing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: DatumHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#release();
  }

  /** Takes over a drawing that has just been brought up to date. */
  attach(svg: SVGSVGElement, scene: Scene): void {
    if (svg !== this.#svg) this.#listen(svg);
    this.#svg = svg;
    this.#scene = scene;
    this.#datums = undefined;
    this.#attachField(svg, scene);
    this.#kept &&= this.#again(this.#kept);
    if (this.#active) this.#keepUp(this.#active);
    if (!this.#cursor && !this.#tabStop?.isConnected) this.#moveTabStop(svg.querySelector<SVGElement>('[data-datum]'));
  }

  /** There is no drawing any more. Only Chromium tells that a mark has lost the focus by being removed. */
  detach(): void {
    this.#release();
  }

  #attachField(svg: SVGSVGElement, scene: Scene): void {
    const {dense} = this.#host;
    if (scene.field && dense) {
      this.#cursor ??= new dense.FieldCursor(svg, scene, scene.field);
      this.#cursor.attach(scene, scene.field);
    } else if (this.#cursor) {
      this.#release();
      this.#cursor.remove();
      this.#cursor = undefined;
    }
  }

  /** The mark that is explored tells the new numbers, or nothing when it has gone. */
  #keepUp(active: Datum): void {
    const datum = this.#again(active);
    const node = datum && this.#nodeOf(datum);
    if (node) {
      this.#active = datum;
      this.#openTooltip(datum, node);
    } else this.#release();
  }

  /** A datum with the numbers of now; null when it has gone. */
  #again(datum: Datum): Datum | null {
    return this.#cursor ? this.#cursor.again(datum) : (this.#byId.get(datum.id) ?? null);
  }

  #listen(svg: SVGSVGElement): void {
    this.#cursor = undefined;
    svg.addEventListener('pointermove', (event) => this.#pointSoon(event));
    svg.addEventListener('pointerleave', () => this.#releaseSoon());
    svg.addEventListener('click', (event) => this.#select((this.#kept = this.#datumUnder(event))));
    // On the box around it: Chromium makes an SVG that listens for focus a tab stop of its own.
    const stage: GlobalEventHandlers = svg.parentElement ?? svg;
    stage.addEventListener('focusin', ({target}) => this.#activate((this.#kept = this.#datumAt(target))));
    // From mark to mark the tooltip goes along.
    stage.addEventListener('focusout', ({relatedTarget}) => {
      if (!this.#datumAt(relatedTarget)) this.#release();
    });
    svg.addEventListener('keydown', (event) => this.#press(event));
  }

  /** By id; collected on first use, since most drawings are never touched. */
  get #byId(): ReadonlyMap<string, Datum> {
    return (this.#datums ??= new Map(datumsOf(this.#scene?.marks ?? []).map((datum) => [datum.id, datum])));
  }

  #nodeOf(datum: Datum): SVGElement | null {
    if (this.#cursor) return this.#cursor.show(datum);
    return this.#svg?.querySelector<SVGElement>(`[data-datum="${CSS.escape(datum.id)}"]`) ?? null;
  }

  #datumAt(target: EventTarget | null): Datum | null {
    const node = target instanceof Element ? target.closest('[data-datum]') : null;
    if (this.#cursor) return node && this.#cursor.datumOf(node);
    return this.#byId.get(node?.getAttribute('data-datum') ?? '') ?? null;
  }

  /** What lies under the pointer. */
  #datumUnder(event: MouseEvent): Datum | null {
    return this.#cursor ? this.#cursor.datumAt(event) : this.#datumAt(event.target);
  }

  /** A pointer sends more moves than a screen has frames; nodes are found at once, a field is searched once a frame. */
  #pointSoon(event: PointerEvent): void {
    const isWaiting = this.#pointed !== undefined;
    this.#pointed = event;
    if (!this.#cursor) this.#point();
    else if (!isWaiting) requestAnimationFrame(() => this.#point());
  }

  #point(): void {
    const event = this.#pointed;
    this.#pointed = undefined;
    if (!event || !this.#host.isConnected) return;
    const datum = this.#datumUnder(event);
    if (datum) this.#activate(datum);
    else this.#releaseSoon();
  }

  #activate(datum: Datum | null): void {
    clearTimeout(this.#closing);
    if (!datum || datum.id === this.#active?.id) return;
    const node = this.#nodeOf(datum);
    if (!node) return;
    this.#unmark();
    this.#active = datum;
    node.setAttribute('data-active', '');
    this.#svg?.setAttribute('data-exploring', '');
    this.#openTooltip(datum, node);
    this.#host.dispatchEvent(new InsightActiveEvent(this.#detailOf(datum)));
  }

  #openTooltip(datum: Datum, node: SVGElement): void {
    const root = this.#host.shadowRoot;
    if (!root) return;
    this.#tooltip ??= new Tooltip(root, {
      enter: () => clearTimeout(this.#closing),
      leave: () => this.#releaseSoon(),
    });
    this.#tooltip.show(datum, node);
    document.addEventListener('keydown', this.#escape);
    document.addEventListener('scroll', this.#follow, {capture: true, passive: true});
  }

  /** The page, or any box around the drawing, scrolls under an open tooltip; a key may be what makes it scroll. */
  readonly #follow = (): void => {
    const node = this.#active && this.#nodeOf(this.#active);
    if (node) this.#tooltip?.follow(node);
  };

  /** Escape closes a tooltip wherever the focus is (WCAG 1.4.13). */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#release();
  };

  #releaseSoon(): void {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => (this.#kept ? this.#activate(this.#kept) : this.#release()), LINGER);
  }

  #release(): void {
    clearTimeout(this.#closing);
    this.#kept = null;
    this.#tooltip?.hide();
    document.removeEventListener('keydown', this.#escape);
    document.removeEventListener('scroll', this.#follow, {capture: true});
    if (!this.#active) return;
    this.#unmark();
    this.#active = null;
    this.#cursor?.hide();
    this.#svg?.removeAttribute('data-exploring');
    this.#host.dispatchEvent(new InsightActiveEvent({chart: this.#host.chartName, datum: null}));
  }

  #unmark(): void {
    this.#svg?.querySelector('[data-active]')?.removeAttribute('data-active');
  }

  #select(datum: Datum | null): void {
    if (datum) this.#host.dispatchEvent(new InsightSelectEvent(this.#detailOf(datum)));
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const current = this.#datumAt(event.target);
    if (!current) return;
    if (event.key === 'Enter' || event.key === ' ') this.#select(current);
    else if (!this.#move(current, STEPS[event.key])) return;
    event.preventDefault();
  }

  #move(current: Datum, step: Step | undefined): boolean {
    if (!step) return false;
    const read = this.#host.isRightToLeft ? (OPPOSITE[step] ?? step) : step;
    if (this.#cursor) {
      this.#cursor.step(current, read);
      return true;
    }
    const node = this.#nodeOf(stepFrom(current, read, [...this.#byId.values()]));
    this.#moveTabStop(node);
    node?.focus();
    return true;
  }

  #moveTabStop(node: SVGElement | null): void {
    this.#tabStop?.setAttribute('tabindex', '-1');
    node?.setAttribute('tabindex', '0');
    this.#tabStop = node ?? undefined;
  }

  #detailOf({id, detail}: Datum): DatumDetail {
    return {chart: this.#host.chartName, datum: Object.freeze({...detail, id})};
  }
}
