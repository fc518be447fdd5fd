import {type CSSResult, type CSSResultGroup, LitElement, type PropertyDeclarations} from 'lit';
import {localeOf, type Locale} from '../locale/locale.js';
import {languageOf} from '../locale/vocabulary.js';
import {LiveDrawing} from '../scene/live-drawing.js';
import type {MapSource} from '../mapping/reading.js';
import type {Scene} from '../scene/scene.js';
import type {SourceRequest} from '../source/shared-source.js';
import {toCsv} from '../table/to-csv.js';
import type {DataTable} from '../table/data-table.js';
import type {DataIssue} from '../validation/data-issue.js';
import {VERSION} from '../version.js';
import type {Chart, CommonOptions, Headline} from './chart.js';
import {ChartSession, type Reader} from './chart-session.js';
import type {Dense} from './dense.js';
import {DatumController} from './controllers/datum.js';
import {LanguageController} from './controllers/language.js';
import {type MappedBody, MappingController} from './controllers/mapping.js';
import {SizeController} from './controllers/size.js';
import {SourceController} from './controllers/source.js';
import {TableController} from './controllers/table.js';
import {ToolbarController} from './controllers/toolbar.js';
import {MIN_CELL} from './define-chart.js';
import {type ElementState, isSameState, stateOf} from './element-state.js';
import {elementStyles} from './element-styles.js';
import {InsightStatusEvent} from './events.js';
import {toPngBlob, toSvgFile} from './export-drawing.js';
import {frameTemplate} from './frame-template.js';
import {readFrame} from './page-frame.js';
import {restyle} from './restyle.js';
import type {Status} from './status.js';

/** Height of the place kept for a first picture, in pixels. */
const FIRST_HEIGHT = 240;

/**
 * What every chart element is: it brings data, chart and page together and holds no chart logic. A chart's own element
 * only adds options as properties.
 */
export abstract class ChartElement<Options extends CommonOptions, Metrics> extends LitElement {
  static override readonly styles: CSSResultGroup = elementStyles;
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
    map: {},
    preset: {},
    transform: {attribute: false},
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
  /** Where the chart's roles stand in JSON of another shape: role → pointer template, as JSON text or object. */
  map: string | MapSource | readonly MapSource[] | null = null;
  /** The shape of a known backend, by name; entries of `map` override its roles. */
  preset: string | null = null;
  /** The last door: turns a body into the chart's JSON (or into what `map` reads). */
  transform: ((body: unknown) => unknown) | undefined;

  protected abstract readonly chart: Chart<Options, Metrics>;
  /** The chart's options as this element has them. */
  protected abstract get options(): Options;

  /** @internal What drawings of more than nodes can bear need. */
  readonly dense: Dense | undefined;

  readonly #internals = this.attachInternals();
  readonly #size = new SizeController(this);
  readonly #language = new LanguageController(this);
  readonly #source = new SourceController(this);
  readonly #mapping = new MappingController(this);
  readonly #datum = new DatumController(this);
  readonly #table = new TableController(this);
  readonly #toolbar = new ToolbarController(this);
  #ownSession: ChartSession<Options, Metrics> | undefined;
  #body: MappedBody | null = null;
  #state: ElementState = {status: 'waiting', issues: []};
  #keptHeight = FIRST_HEIGHT;
  #drawing: LiveDrawing | undefined;

  constructor() {
    super();
    // The first state is one like the others, though nothing has changed to it.
    this.#internals.states.add(this.#state.status);
  }

  /** The state of the element; also `:state(…)` for styles. */
  get status(): Status {
    return this.#state.status;
  }
  /** What is wrong with the data or their source; empty when nothing is. */
  get issues(): readonly DataIssue[] {
    return this.#state.issues;
  }
  /** The frozen numbers the chart computed, as `measure` of `insight-elements/static` gives them; null without any. */
  get metrics(): Metrics | null {
    return this.#session.metrics;
  }
  /** The finding in one sentence, with its facts; null without a picture. */
  get headline(): Headline | null {
    return this.#session.picture?.headline ?? null;
  }
  /** The drawing as it stands; null without a picture. */
  protected get scene(): Scene | null {
    return this.#session.picture?.scene ?? null;
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
    return this.scene && toPngBlob(this, this.scene, scale);
  }
  /** Every number as CSV; null without numbers. */
  toCsv(): string | null {
    const table = this.tabulate();
    return table && toCsv(table);
  }
  /** @internal Every number in rows, or the first of them; null without numbers. */
  tabulate(rowLimit?: number): DataTable | null {
    return this.#session.tabulate(this.locale, rowLimit);
  }
  /** @internal */
  tableElement(): HTMLTableElement | null {
    this.#table.render();
    return this.renderRoot.querySelector('table');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }
  /** Moved within the page by `moveBefore`: nothing is lost, only the language may be another. */
  connectedMoveCallback(): void {
    this.#language.read();
  }
  adoptedCallback(): void {
    const {elementStyles: styles} = this.constructor as typeof ChartElement;
    if (this.shadowRoot) restyle(this.shadowRoot, styles as CSSResult[]);
  }

  /** The reader's language is brought before anything is said in it, and `updateComplete` waits for that too. */
  protected override async scheduleUpdate(): Promise<unknown> {
    await this.chart.learn(languageOf(this.#language.tag));
    return super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.#source.read();
    const given = this.#source.json;
    this.#body = given && this.#mapping.read(given);
    this.#source.waitFor(this.#body);
    this.#session.take(this.#body, this.options, given?.isLoaded ?? false);
    this.#session.draw(this.#reader());
    this.#settle();
  }

  protected override render(): unknown {
    const {locale} = this;
    return frameTemplate({
      heading: this.shownHeading,
      headingLevel: this.headingLevel,
      ...this.#state,
      empty: this.chart.empty(locale, this.options),
      explained: this.#body?.explained ?? [],
      age: this.#source.age,
      picture: this.#session.picture,
      keptHeight: this.#keptHeight,
      isTableShown: this.#table.isShown,
      toggleTable: this.#table.toggle,
      toolbar: this.#toolbar,
      locale,
      rules: {...this.chart.rules(locale), ...this.#mapping.rules(locale.language)},
    });
  }

  protected override updated(): void {
    const {picture} = this.#session;
    const svg = this.renderRoot.querySelector('svg');
    if (!picture) this.#datum.detach();
    if (!svg || !picture) return;
    if (this.#drawing?.svg !== svg) this.#drawing = new LiveDrawing(svg, this.dense?.CellsLayer);
    this.#drawing.draw(picture.scene);
    this.#datum.attach(svg, picture.scene);
    this.#keptHeight = picture.scene.height;
    this.#table.refresh();
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
    const {measurement, rejected} = this.#session;
    const state = stateOf({given: this.#source.given, body: this.#body, measurement, rejected});
    if (isSameState(state, this.#state)) return;
    this.#internals.states.delete(this.#state.status);
    this.#internals.states.add(state.status);
    this.#state = state;
    this.#toolbar.message = ''; // What was copied is no news any more, and this is.
    // Told when the element shows it, and outside of the update, so that a listener may give other data.
    queueMicrotask(() => this.dispatchEvent(new InsightStatusEvent({...state})));
  }
}
