import {LitElement, render, type PropertyDeclarations} from 'lit';
import {localeOf, type Locale} from '../locale/locale.js';
import {SvgPatch} from '../scene/patch-svg.js';
import type {SourceRequest} from '../source/shared-source.js';
import {tableTemplate} from '../table/table-template.js';
import {toCsv} from '../table/to-csv.js';
import type {DataIssue} from '../validation/data-issue.js';
import {VERSION} from '../version.js';
import type {Chart, CommonOptions, Headline} from './chart.js';
import {ChartSession, type Reader} from './chart-session.js';
import {DatumController} from './controllers/datum.js';
import {LanguageController} from './controllers/language.js';
import {SizeController} from './controllers/size.js';
import {SourceController} from './controllers/source.js';
import {ToolbarController} from './controllers/toolbar.js';
import {MIN_CELL} from './define-chart.js';
import {elementStyles} from './element-styles.js';
import {InsightStatusEvent} from './events.js';
import {toPngBlob, toSvgFile} from './export-drawing.js';
import {frameTemplate} from './frame-template.js';
import {readFrame} from './page-frame.js';
import type {Status} from './status.js';
import {whenIdle} from './when-idle.js';

/** Height of the place kept for a first picture, in pixels. */
const FIRST_HEIGHT = 240;
const NO_ISSUES: readonly DataIssue[] = Object.freeze([]);

/**
 * What every chart element is: it brings data, chart and page together and holds no chart logic. A chart's own element
 * only adds options as properties.
 */
export abstract class ChartElement<Options extends CommonOptions, Metrics> extends LitElement {
  static override readonly styles = elementStyles;
  static override readonly properties: PropertyDeclarations = {
    data: {attribute: false},
    src: {},
    refresh: {type: Number, useDefault: true},
    heading: {},
    headingLevel: {type: Number, attribute: 'heading-level', useDefault: true},
    currency: {},
    minCell: {type: Number, attribute: 'min-cell', useDefault: true},
    density: {useDefault: true},
    loadData: {attribute: false},
  };
  static readonly version: string = VERSION;

  /** The JSON to draw; wins over inline JSON and `src`. A new object is a new drawing; a change inside one is not seen. */
  data: unknown;
  /** Where to load the JSON from. */
  src: string | null = null;
  /** Seconds between two loads of `src`; 0 loads once. */
  refresh = 0;
  /** The heading; the chart's own name unless given. */
  heading: string | null = null;
  /** Level of the heading in the page's outline, 1 to 6. */
  headingLevel = 3;
  /** ISO 4217, such as `EUR`; wins over the data's own. Without either, amounts are plain numbers. */
  currency: string | null = null;
  /** Groups of fewer customers than this are withheld everywhere; 0 shows all. */
  minCell = MIN_CELL;
  /** `compact` for dashboards. */
  density: 'comfortable' | 'compact' = 'comfortable';
  /** Replaces `fetch` for `src`: a page that owns authentication gives its own. */
  loadData: SourceRequest['loadData'];

  protected abstract readonly chart: Chart<Options, Metrics>;
  /** The chart's options as this element has them. */
  protected abstract get options(): Options;

  readonly #internals = this.attachInternals();
  readonly #size = new SizeController(this);
  readonly #language = new LanguageController(this);
  readonly #source = new SourceController(this);
  readonly #datum = new DatumController(this);
  readonly #toolbar = new ToolbarController(this);
  #ownSession: ChartSession<Options, Metrics> | undefined;
  #status: Status = 'waiting';
  #issues: readonly DataIssue[] = NO_ISSUES;
  #keptHeight = FIRST_HEIGHT;
  #patch: SvgPatch | undefined;
  #isTableShown = false;
  #cancelTable: (() => void) | undefined;

  constructor() {
    super();
    // The first state is one like the others, though nothing has changed to it.
    this.#internals.states.add(this.#status);
  }

  /** The state of the element; also `:state(…)` for styles. */
  get status(): Status {
    return this.#status;
  }
  /** What is wrong with the data or their source; empty when nothing is. */
  get issues(): readonly DataIssue[] {
    return this.#issues;
  }
  /** The frozen numbers the chart computed, as `measure` of `insight-elements/static` gives them; null without any. */
  get metrics(): Metrics | null {
    return this.#session.metrics;
  }
  /** The finding in one sentence, with its facts; null without a picture. */
  get headline(): Headline | null {
    return this.#session.picture?.headline ?? null;
  }
  /** The chart's name: the tag without `insight-`. */
  get chartName(): string {
    return this.chart.name;
  }
  /** @internal */
  get isRightToLeft(): boolean {
    return this.#language.isRightToLeft;
  }
  /** @internal */
  get locale(): Locale {
    return localeOf(this.#language.tag, this.currency ?? this.#session.currency);
  }
  /** @internal */
  get shownHeading(): string {
    return this.heading ?? this.chart.title(this.locale);
  }

  /** The drawing as one self-contained SVG file in the colours it has now; null without a picture. */
  toSvg(): string | null {
    return this.#session.picture && toSvgFile(this, this.#session.picture);
  }
  /** The drawing as PNG, `scale` pixels to one of CSS; null without a picture. */
  async toPng(scale = 2): Promise<Blob | null> {
    return this.#session.picture && toPngBlob(this, this.#session.picture.scene, scale);
  }
  /** Every number as CSV; null without numbers. */
  toCsv(): string | null {
    const table = this.#session.tabulate(this.locale);
    return table && toCsv(table);
  }
  /** @internal */
  tableElement(): HTMLTableElement | null {
    this.#renderTable();
    return this.renderRoot.querySelector('table');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelTable?.();
  }
  /** Moved within the page by `moveBefore`: nothing is lost, only the language may be another. */
  connectedMoveCallback(): void {
    this.#language.read();
  }
  /** A constructed style sheet serves one document; in another it has to be made again. */
  adoptedCallback(): void {
    const page = this.ownerDocument.defaultView;
    if (!page || !this.shadowRoot) return;
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(elementStyles.cssText);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  protected override willUpdate(): void {
    this.#source.read();
    const json = this.#source.json;
    if (json) this.#session.measure(json.value, this.options, json.isLoaded);
    else this.#session.forget();
    this.#session.draw(this.#reader());
    this.#settle();
  }

  protected override render(): unknown {
    const {locale} = this;
    return frameTemplate({
      heading: this.shownHeading,
      headingLevel: this.headingLevel,
      status: this.#status,
      issues: this.#issues,
      age: this.#source.age,
      picture: this.#session.picture,
      keptHeight: this.#keptHeight,
      isTableShown: this.#isTableShown,
      toggleTable: () => this.#toggleTable(),
      toolbar: this.#toolbar,
      locale,
      rules: this.chart.rules(locale),
    });
  }

  protected override updated(): void {
    const {picture} = this.#session;
    const svg = this.renderRoot.querySelector('svg');
    if (!picture) this.#datum.detach();
    if (!svg || !picture) return;
    if (this.#patch?.root !== svg) this.#patch = new SvgPatch(svg);
    this.#patch.draw(picture.scene.marks);
    this.#datum.attach(svg, picture.scene);
    this.#keptHeight = picture.scene.height;
    this.#cancelTable?.();
    if (this.#isTableShown) this.#renderTable();
    else this.#cancelTable = whenIdle(() => this.#renderTable());
  }

  // Made on first use: the chart is a field of the subclass, which is not there yet when this class is constructed.
  get #session(): ChartSession<Options, Metrics> {
    return (this.#ownSession ??= new ChartSession(this.chart));
  }

  #reader(): Reader | null {
    if (this.#size.width === 0 || this.#session.measurement?.isEmpty) return null;
    return {locale: this.locale, isRightToLeft: this.isRightToLeft, frame: readFrame(this, this.#size.width)};
  }

  #settle(): void {
    const [status, issues] = this.#state();
    if (status === this.#status && issues === this.#issues) return;
    this.#internals.states.delete(this.#status);
    this.#internals.states.add(status);
    this.#status = status;
    this.#issues = issues;
    // Told when the element shows it, and outside of the update, so that a listener may give other data.
    queueMicrotask(() => this.dispatchEvent(new InsightStatusEvent({status, issues})));
  }

  #state(): readonly [Status, readonly DataIssue[]] {
    const {given} = this.#source;
    const {measurement, rejected} = this.#session;
    if (given.kind === 'failed') return [measurement ? 'stale' : 'failed', given.issues];
    if (!measurement) return [given.kind === 'nothing' ? 'waiting' : 'loading', NO_ISSUES];
    if (rejected.length) return ['stale', rejected];
    if (measurement.metrics === null) return ['invalid', measurement.issues];
    if (measurement.isEmpty) return ['empty', NO_ISSUES];
    return measurement.issues.length ? ['partial', measurement.issues] : ['ready', NO_ISSUES];
  }

  #toggleTable(): void {
    this.#isTableShown = !this.#isTableShown;
    this.requestUpdate();
  }

  /** The table is not the picture: it is built once the picture stands, before anyone can ask for it. */
  #renderTable(): void {
    this.#cancelTable = undefined;
    const table = this.#session.tabulate(this.locale);
    const place = this.renderRoot.querySelector<HTMLElement>('#table');
    if (place && table) render(tableTemplate(table), place);
  }
}
