import type {Locale} from '../locale/locale.js';
import type {DataIssue} from '../validation/data-issue.js';
import {mirrorScene} from '../scene/mirror-scene.js';
import type {Scene} from '../scene/scene.js';
import type {DataTable} from '../table/data-table.js';
import type {Chart, CommonOptions, Frame, Headline, Measurement} from './chart.js';
import {deeplyFrozen} from './deeply-frozen.js';
import type {Status} from './status.js';

/** A drawing with the words around it. */
export interface Picture {
  readonly scene: Scene;
  readonly headline: Headline;
  readonly notes: readonly string[];
}

/** How an element's reader sees it. */
export interface Reader {
  readonly locale: Locale;
  readonly isRightToLeft: boolean;
  readonly frame: Frame;
}

/**
 * What one element has computed, and from what: each step runs again only when its input has changed. Parsing and
 * measuring depend on data and options; the picture on the reader too; hovering on nothing.
 */
export class ChartSession<Options extends CommonOptions, Metrics> {
  measurement: Measurement<Metrics> | null = null;
  picture: Picture | null = null;
  /** Why newer JSON was not taken in place of what is measured; empty when it was. */
  rejected: readonly DataIssue[] = [];
  readonly #chart: Chart<Options, Metrics>;
  #options: Options;
  #measuredFrom: readonly unknown[] = [];
  #drawnFrom: readonly unknown[] = [];

  constructor(chart: Chart<Options, Metrics>) {
    this.#chart = chart;
    this.#options = chart.defaults;
  }

  get #numbers(): Metrics | null {
    return this.measurement?.metrics ?? null;
  }

  /** The numbers for the page, frozen. */
  get metrics(): Metrics | null {
    return deeplyFrozen(this.#numbers);
  }

  /** The currency the data name. */
  get currency(): string | undefined {
    return this.#numbers === null ? undefined : this.#chart.currencyOf(this.#numbers);
  }

  forget(): void {
    this.measurement = null;
    this.rejected = [];
    this.#measuredFrom = [];
  }

  /** Takes what a body holds. Where it holds nothing to draw, a good picture stays where `keepsGood` is set. */
  take(
    body: {readonly json: unknown; readonly status: Status | null} | null,
    options: Options,
    keepsGood: boolean,
  ): void {
    if (body?.json !== undefined) this.measure(body.json, options, keepsGood);
    else if (!keepsGood || body?.status === 'empty' || !this.#numbers) this.forget();
  }

  /** Takes JSON; what cannot be drawn does not replace a good picture where `keepsGood` is set. */
  measure(json: unknown, options: Options, keepsGood: boolean): void {
    const own: readonly unknown[] = Object.values(options);
    const from = [json, ...own];
    if (isSame(from, this.#measuredFrom)) return;
    this.#measuredFrom = from;
    this.#options = options;
    const measurement = this.#chart.measure(json, options);
    const isRejected = keepsGood && measurement.metrics === null && this.#numbers !== null;
    this.rejected = isRejected ? measurement.issues : [];
    if (!isRejected) this.measurement = measurement;
  }

  /** Brings the picture up to date; without a reader (no room, nothing to draw) there is none. */
  draw(reader: Reader | null): void {
    const metrics = this.#numbers;
    if (metrics === null || !reader) {
      this.picture = null;
      this.#drawnFrom = [];
      return;
    }
    const {locale, isRightToLeft, frame} = reader;
    const {width, labelSize, unit, textWidth} = frame;
    const from = [metrics, locale, isRightToLeft, width, labelSize, unit, textWidth];
    if (isSame(from, this.#drawnFrom)) return;
    this.#drawnFrom = from;
    const reading = {locale, options: this.#options};
    const scene = this.#chart.draw(metrics, {...reading, frame});
    this.picture = {
      scene: isRightToLeft ? mirrorScene(scene) : scene,
      headline: this.#chart.headline(metrics, reading),
      notes: this.#chart.notes(metrics, reading),
    };
  }

  /** Every number in rows, or the first of them; null without numbers. */
  tabulate(locale: Locale, rowLimit?: number): DataTable | null {
    const reading = {locale, options: this.#options, ...(rowLimit === undefined ? {} : {rowLimit})};
    return this.#numbers === null ? null : this.#chart.tabulate(this.#numbers, reading);
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, index) => Object.is(part, b[index]));
