import {SvgPatch} from '../../scene/patch-svg.js';
import type {Datum, DatumField, DatumPlace, Scene} from '../../scene/scene.js';
import type {Step} from '../datum-grid.js';

const SVG = 'http://www.w3.org/2000/svg';

const COURSES: Readonly<Record<Exclude<Step, 'first' | 'last'>, DatumPlace>> = {
  next: {row: 0, column: 1},
  previous: {row: 0, column: -1},
  down: {row: 1, column: 0},
  up: {row: -1, column: 0},
};

/**
 * Pointer and keyboard over datums that have no nodes. Above the drawing lies one layer: what marks the active datum, and
 * two invisible marks that take turns in holding the focus, so that every step is a new focus and gets read out.
 */
export class FieldCursor {
  readonly #svg: SVGSVGElement;
  readonly #layer = document.createElementNS(SVG, 'g');
  readonly #highlight = document.createElementNS(SVG, 'g');
  readonly #patch = new SvgPatch(this.#highlight);
  /** The mark that has the focus, or would get it. */
  #holder = makeHolder();
  /** The one whose turn is next; made for the first step. */
  #other: SVGElement | undefined;
  #scene: Scene;
  #field: DatumField;
  #place: DatumPlace = {row: 0, column: 0};
  /** The part of the drawing that was last pointed at. */
  #panel = 0;

  constructor(svg: SVGSVGElement, scene: Scene, field: DatumField) {
    this.#svg = svg;
    this.#scene = scene;
    this.#field = field;
    this.#layer.setAttribute('part', 'cursor');
    this.#highlight.setAttribute('aria-hidden', 'true');
    this.#layer.append(this.#highlight, this.#holder);
    svg.append(this.#layer);
  }

  /** Takes over a drawing that has been brought up to date; the cursor stays where it was if that still holds a datum. */
  attach(scene: Scene, field: DatumField): void {
    this.#scene = scene;
    this.#field = field;
    if (this.#svg.lastChild !== this.#layer) this.#svg.append(this.#layer);
    const place = field.has(this.#place) ? this.#place : edge(field, 1);
    const datum = place && field.datumOf(place);
    this.#layer.toggleAttribute('hidden', !datum);
    if (datum) this.#hold(datum);
  }

  remove(): void {
    this.#layer.remove();
  }

  /** The datum a pointer means; null outside. */
  datumAt({clientX, clientY}: {readonly clientX: number; readonly clientY: number}): Datum | null {
    const {left, top, width} = this.#svg.getBoundingClientRect();
    const scale = this.#scene.width / width;
    const place = this.#field.at((clientX - left) * scale, (clientY - top) * scale);
    if (place) this.#panel = place.panel ?? 0;
    return place && this.#field.datumOf(place);
  }

  /** A datum as it is now; null where its place holds another one, or none. */
  again({id, row, column}: Datum): Datum | null {
    const place = {row, column};
    const datum = this.#field.has(place) ? this.#field.datumOf(place) : null;
    return datum?.id === id ? datum : null;
  }

  /** The datum that has the focus when the given node has it. */
  datumOf(node: Element): Datum | null {
    return node === this.#holder ? this.#field.datumOf(this.#place) : null;
  }

  /** Marks a datum and gives the node that stands where it is. */
  show(datum: Datum): SVGElement {
    this.#patch.draw(this.#field.marksOf(datum));
    this.#hold(datum);
    return this.#holder;
  }

  hide(): void {
    this.#patch.draw([]);
  }

  /** Moves the focus one step; where there is nothing more that way it stays. */
  step(from: DatumPlace, step: Step): void {
    const place = stepIn(this.#field, from, step);
    const datum = place && this.#field.datumOf(place);
    if (!datum) return;
    const last = this.#holder;
    this.#holder = this.#other ?? this.#layer.appendChild(makeHolder());
    this.#other = last;
    this.#hold(datum);
    this.#holder.focus();
    letGo(last);
  }

  #hold(datum: Datum): void {
    this.#place = {row: datum.row, column: datum.column};
    const {x, y, width, height} = this.#field.boxOf({...this.#place, panel: this.#panel});
    write(this.#holder.firstElementChild!, {x, y, width, height});
    write(this.#holder, {role: 'graphics-symbol', 'aria-label': datum.label, 'data-datum': datum.id, tabindex: 0});
  }
}

/** Only what has changed: who watches the page learns of nothing else. */
function write(node: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
}

function makeHolder(): SVGElement {
  const group = document.createElementNS(SVG, 'g');
  const hit = document.createElementNS(SVG, 'rect');
  hit.setAttribute('part', 'hit');
  hit.setAttribute('fill', 'none');
  group.append(hit);
  return group;
}

/** Who holds nothing is nothing to a screen reader. */
function letGo(holder: SVGElement): void {
  for (const name of ['role', 'aria-label', 'data-datum']) holder.removeAttribute(name);
  holder.setAttribute('tabindex', '-1');
}

/** The first place with a datum in reading order, or the last. */
function edge({rows, columns, has}: DatumField, sign: 1 | -1): DatumPlace | null {
  const count = rows * columns;
  for (let index = 0; index < count; index++) {
    const cell = sign > 0 ? index : count - 1 - index;
    const place = {row: Math.floor(cell / columns), column: cell % columns};
    if (has(place)) return place;
  }
  return null;
}

function stepIn(field: DatumField, from: DatumPlace, step: Step): DatumPlace | null {
  if (step === 'first') return edge(field, 1);
  if (step === 'last') return edge(field, -1);
  const {row, column} = COURSES[step];
  let place = from;
  do place = {row: place.row + row, column: place.column + column};
  while (isWithin(field, place) && !field.has(place));
  return isWithin(field, place) ? place : null;
}

const isWithin = ({rows, columns}: DatumField, {row, column}: DatumPlace): boolean =>
  row >= 0 && row < rows && column >= 0 && column < columns;
