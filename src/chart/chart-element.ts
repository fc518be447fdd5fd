import {LitElement, render, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../locale/locale.js';
import {CellsLayer} from '../scene/cells-layer.js';
import {mirrorScene} from '../scene/mirror-scene.js';
import {SvgPatch} from '../scene/patch-svg.js';
import type {Scene} from '../scene/scene.js';
import type {SourceRequest} from '../source/shared-source.js';
import {tableTemplate} from '../table/table-template.js';
import {toCsv} from '../table/to-csv.js';
import type {DataIssue} from '../validation/data-issue.js';
import type {Chart, CommonOptions, Headline, Measurement} from './chart.js';
import {MIN_CELL} from './define-chart.js';
import {DatumController} from './controllers/datum.js';
import {LanguageController} from './controllers/language.js';
import {SizeController} from './controllers/size.js';
import {SourceController} from './controllers/source.js';
import {elementStyles} from './element-styles.js';
import {InsightStatusEvent} from './events.js';
import {toPngBlob, toSvgFile} from './export-drawing.js';
import {frameTemplate, type Picture} from './frame-template.js';
import {readFrame} from './page-frame.js';
import type {Status} from './status.js';
import {whenIdle} from './when-idle.js';

/**
 * What every chart element is: it brings data, chart and page together and holds no chart logic. A chart's own element
 * only adds options as properties.
 */
export abstract class ChartElement<Options extends CommonOptions, Metrics> extends LitElement {
  static override readonly styles = elementStyles;

  /** The JSON to draw; wins over inline JSON and `src`. A new object is a new drawing; a change inside one is not seen. */
  @property({attribute: false}) data: unknown;
  /** Where to load the JSON from. */
  @property() src: string | null = null;
  /** Seconds between two loads of `src`; 0 loads once. */
  @property({type: Number}) refresh = 0;
  /** The heading; the chart's own name unless given. */
  @property() heading: string | null = null;
  /** Level of the heading in the page's outline, 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;
  /** ISO 4217, such as `EUR`; wins over the data's own. Without either, amounts are plain numbers. */
  @property() currency: string | null = null;
  /** Groups of fewer customers than this are withheld everywhere; 0 shows all. */
  @property({type: Number, attribute: 'min-cell'}) minCell = MIN_CELL;
  /** `compact` for dashboards. */
  @property() density: 'comfortable' | 'compact' = 'comfortable';
  /** Replaces `fetch` for `src`: a page that owns authentication gives its own. */
  @property({attribute: false}) loadData: SourceRequest['loadData'];

  protected abstract readonly chart: Chart<Options, Metrics>;
  /** The chart's options as this element has them. */
  protected abstract get options(): Options;

  readonly #internals = this.attachInternals();
  readonly #size = new SizeController(this);
  readonly #language = new LanguageController(this);
  readonly #source = new SourceController(this);
  readonly #datum = new DatumController(this);

  #status: Status = 'waiting';
  #issues: readonly DataIssue[] = [];
  #measurement: Measurement<Metrics> | null = null;
  #measuredFrom: {json: unknown; options: string} | null = null;
  #picture: (Picture & {readonly headlineFacts: Headline}) | null = null;
  #drawnFrom: readonly unknown[] = [];
  #patch: SvgPatch | undefined;
  #cells: CellsLayer | undefined;
  #isTableShown = false;
  #cancelTable: (() => void) | undefined;

  /** The state of the element; also `:state(…)` for styles. */
  get status(): Status {
    return this.#status;
  }
  /** Why the data cannot be drawn; empty otherwise. */
  get issues(): readonly DataIssue[] {
    return this.#issues;
  }
  /** The frozen numbers the chart computed, as `measure` of `insight-elements/static` gives them; null without a picture. */
  get metrics(): Metrics | null {
    return this.#measurement?.metrics ?? null;
  }
  /** The finding in one sentence, with its facts; null without a picture. */
  get headline(): Headline | null {
    return this.#picture?.headlineFacts ?? null;
  }
  /** The drawing as it stands; null without a picture. */
  protected get scene(): Scene | null {
    return this.#picture?.scene ?? null;
  }
  /** The chart's name: the tag without `insight-`. */
  get chartName(): string {
    return this.chart.name;
  }
  get isRightToLeft(): boolean {
    return this.#language.isRightToLeft;
  }

  /** The drawing as one self-contained SVG file in the colours it has now; null without a picture. */
  toSvg(): string | null {
    return this.#picture && toSvgFile(this, this.#picture);
  }
  /** The drawing as PNG, `scale` pixels to one of CSS; null without a picture. */
  async toPng(scale = 2): Promise<Blob | null> {
    return this.#picture && toPngBlob(this, this.#picture.scene, scale);
  }
  /** Every number as CSV; null without a picture. */
  toCsv(): string | null {
    const {metrics} = this;
    return metrics === null ? null : toCsv(this.chart.tabulate(metrics, this.#reading));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelTable?.();
  }

  protected override willUpdate(): void {
    this.#source.read();
    this.#measure();
    this.#draw();
    this.#settle();
  }

  protected override render(): unknown {
    const locale = this.#locale;
    return frameTemplate({
      heading: this.heading ?? this.chart.title(locale),
      headingLevel: this.headingLevel,
      status: this.#status,
      issues: this.#issues,
      picture: this.#picture,
      isTableShown: this.#isTableShown,
      toggleTable: () => this.#toggleTable(),
      locale,
      rules: this.chart.rules(locale),
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const svg = this.renderRoot.querySelector('svg');
    if (!svg || !this.#picture) return;
    if (this.#patch?.root !== svg) {
      this.#patch = new SvgPatch(svg);
      this.#cells = new CellsLayer(svg.parentElement!);
    }
    this.#patch.draw(this.#picture.scene.marks);
    this.#cells?.draw(this.#picture.scene);
    this.#datum.attach(svg, this.#picture.scene);
    this.#cancelTable?.();
    if (this.#isTableShown) this.#renderTable();
    else this.#cancelTable = whenIdle(() => this.#renderTable());
  }

  get #locale(): Locale {
    const {metrics} = this;
    const currency = this.currency ?? (metrics === null ? undefined : this.chart.currencyOf(metrics));
    return localeOf(this.#language.tag, currency);
  }

  get #reading() {
    return {locale: this.#locale, options: this.options};
  }

  #measure(): void {
    const given = this.#source.lastLoaded ?? this.#source.given;
    if (!('json' in given)) {
      this.#measurement = this.#measuredFrom = null;
      return;
    }
    const options = JSON.stringify(this.options);
    const before = this.#measuredFrom;
    if (before && before.json === given.json && before.options === options) return;
    this.#measuredFrom = {json: given.json, options};
    this.#measurement = this.chart.measure(given.json, this.options);
  }

  #draw(): void {
    const {metrics} = this;
    if (metrics === null || this.#measurement?.isEmpty || this.#size.width === 0) {
      this.#picture = null;
      this.#drawnFrom = [];
      return;
    }
    const frame = readFrame(this, this.#size.width);
    const {width, labelSize, unit, textWidth} = frame;
    const reader = [this.#locale, this.isRightToLeft, width, labelSize, unit, textWidth];
    const from = [metrics, this.#measuredFrom?.options, ...reader];
    if (from.every((part, index) => part === this.#drawnFrom[index])) return;
    this.#drawnFrom = from;
    const scene = this.chart.draw(metrics, {...this.#reading, frame});
    const headlineFacts = this.chart.headline(metrics, this.#reading);
    this.#picture = {
      scene: this.isRightToLeft ? mirrorScene(scene) : scene,
      headlineFacts,
      headline: headlineFacts.text,
      notes: this.chart.notes(metrics, this.#reading),
    };
  }

  #settle(): void {
    const {given} = this.#source;
    const [status, issues] = this.#stateOf(given);
    if (status === this.#status && issues === this.#issues) return;
    this.#internals.states.delete(this.#status);
    this.#internals.states.add(status);
    this.#status = status;
    this.#issues = issues;
    this.dispatchEvent(new InsightStatusEvent({status, issues}));
  }

  #stateOf(given: SourceController['given']): readonly [Status, readonly DataIssue[]] {
    if (given.kind === 'nothing') return ['waiting', NO_ISSUES];
    if (given.kind === 'failed') return [this.#measurement ? 'stale' : 'failed', [given.issue]];
    if (!this.#measurement) return ['loading', NO_ISSUES];
    if (this.#measurement.metrics === null) return ['invalid', this.#measurement.issues];
    if (this.#measurement.isEmpty) return ['empty', NO_ISSUES];
    return [this.#measurement.issues.length ? 'partial' : 'ready', this.#measurement.issues];
  }

  #toggleTable(): void {
    this.#isTableShown = !this.#isTableShown;
    this.requestUpdate();
  }

  /** The table is not the picture: it is built once the picture stands, before anyone can ask for it. */
  #renderTable(): void {
    this.#cancelTable = undefined;
    const {metrics} = this;
    const place = this.renderRoot.querySelector<HTMLElement>('#table');
    if (place && metrics !== null) render(tableTemplate(this.chart.tabulate(metrics, this.#reading)), place);
  }
}

const NO_ISSUES: readonly DataIssue[] = Object.freeze([]);
