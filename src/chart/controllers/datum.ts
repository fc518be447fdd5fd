import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Datum, Scene} from '../../scene/scene.js';
import {datumsOf, stepFrom, type Step} from '../datum-grid.js';
import {type DatumDetail, InsightActiveEvent, InsightSelectEvent} from '../events.js';
import {Tooltip} from './tooltip.js';

/** The part of a chart element that its drawing is explored through. */
export interface DatumHost extends ReactiveControllerHost, HTMLElement {
  readonly chartName: string;
  readonly isRightToLeft: boolean;
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
  #tabStop: SVGElement | undefined;
  #tooltip: Tooltip | undefined;
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
    if (this.#active) this.#keepUp(this.#active.id);
    if (!this.#tabStop?.isConnected) this.#moveTabStop(svg.querySelector<SVGElement>('[data-datum]'));
  }

  /** There is no drawing any more. Only Chromium tells that a mark has lost the focus by being removed. */
  detach(): void {
    this.#release();
  }

  /** The mark that is explored tells the new numbers, or nothing when it has gone. */
  #keepUp(id: string): void {
    const [datum, node] = [this.#byId.get(id), this.#nodeOf(id)];
    if (datum && node) {
      this.#active = datum;
      this.#openTooltip(datum, node);
    } else this.#release();
  }

  #listen(svg: SVGSVGElement): void {
    svg.addEventListener('pointermove', (event) => this.#point(event.target));
    svg.addEventListener('pointerleave', () => this.#releaseSoon());
    svg.addEventListener('click', (event) => this.#select(this.#datumAt(event.target)));
    // On the box around it: Chromium makes an SVG that listens for focus a tab stop of its own.
    const stage = svg.parentElement ?? svg;
    stage.addEventListener('focusin', (event) => this.#activate(this.#datumAt(event.target)));
    stage.addEventListener('focusout', () => this.#release());
    svg.addEventListener('keydown', (event) => this.#press(event));
  }

  /** By id; collected on first use, since most drawings are never touched. */
  get #byId(): ReadonlyMap<string, Datum> {
    return (this.#datums ??= new Map(datumsOf(this.#scene?.marks ?? []).map((datum) => [datum.id, datum])));
  }

  #nodeOf(id: string): SVGElement | null {
    return this.#svg?.querySelector<SVGElement>(`[data-datum="${CSS.escape(id)}"]`) ?? null;
  }

  #datumAt(target: EventTarget | null): Datum | null {
    const node = target instanceof Element ? target.closest('[data-datum]') : null;
    return this.#byId.get(node?.getAttribute('data-datum') ?? '') ?? null;
  }

  #point(target: EventTarget | null): void {
    const datum = this.#datumAt(target);
    if (datum) this.#activate(datum);
    else this.#releaseSoon();
  }

  #activate(datum: Datum | null): void {
    clearTimeout(this.#closing);
    if (!datum || datum === this.#active) return;
    const node = this.#nodeOf(datum.id);
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
    this.#tooltip.show(datum, (node.querySelector('[part~="hit"]') ?? node).getBoundingClientRect());
    document.addEventListener('keydown', this.#escape);
  }

  /** Escape closes a tooltip wherever the focus is (WCAG 1.4.13). */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#release();
  };

  #releaseSoon(): void {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => this.#release(), LINGER);
  }

  #release(): void {
    clearTimeout(this.#closing);
    this.#tooltip?.hide();
    document.removeEventListener('keydown', this.#escape);
    if (!this.#active) return;
    this.#unmark();
    this.#active = null;
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
    const node = this.#nodeOf(stepFrom(current, read, [...this.#byId.values()]).id);
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
