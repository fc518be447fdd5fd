import type {Chart} from '../../src/chart/chart.js';
import {STATUSES} from '../../src/chart/status.js';
import {FIRST_ROWS} from '../../src/chart/controllers/table.js';
import {parseCsv} from '../support/parse-csv.js';
import {fieldOf, readChart, type AnyChart} from '../support/read-chart.js';

/*
 * What must be true of any chart element at any moment, in words: each function gives what is wrong, nothing when all is
 * well, so that a failed run shows the whole of it at once.
 */

/** Asserts that nothing is wrong. An assertion on the list would print no more than its length. */
export function expectNone(troubles: readonly string[], where = ''): void {
  if (troubles.length) throw new Error([where, ...troubles.slice(0, 20)].filter(Boolean).join('\n'));
}

const WITH_PICTURE = ['ready', 'partial', 'stale'];
const WITH_ISSUES = ['partial', 'stale', 'invalid', 'failed'];
/** Attributes that hold numbers or geometry; the others may hold words of the data. */
const GEOMETRY = ['x', 'y', 'width', 'height', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'd', 'transform'];
const MORE_GEOMETRY = [
  'viewBox',
  'font-size',
  'opacity',
  'fill-opacity',
  'stroke-width',
  'stroke-dasharray',
  'points',
  'style',
];
const NO_NUMBER = /NaN|Infinity|undefined|null/;

/** Exactly one state, shown and spoken; no number that is none. */
export const stateTroubles = (element: AnyChart): string[] => [
  ...oneState(element),
  ...shownState(element),
  ...brokenNumbers(element),
];

function oneState(element: AnyChart): string[] {
  const set = STATUSES.filter((status) => element.matches(`:state(${status})`));
  return set.length === 1 && set[0] === element.status ? [] : [`status ${element.status}, states [${set.join(' ')}]`];
}

function shownState(element: AnyChart): string[] {
  const {status, issues} = element;
  const claims = [...pictureClaims(element), ...noticeClaims(element)];
  const {root} = readChart(element);
  const always: readonly Claim[] = [
    [issues.length > 0 === WITH_ISSUES.includes(status) && issues.length <= 20, `${issues.length} issues`],
    [root.querySelectorAll('[role=status]').length === 1, 'not one live region'],
    [element.getBoundingClientRect().height > 0, 'no height'],
  ];
  return [...claims, ...always].filter(([isTrue]) => !isTrue).map(([, trouble]) => `${status}: ${trouble}`);
}

/** What must be true, and what is wrong where it is not. */
type Claim = readonly [isTrue: boolean, trouble: string];

function pictureClaims(element: AnyChart): Claim[] {
  const {status, metrics, headline} = element;
  const {drawing} = readChart(element);
  const hasPicture = WITH_PICTURE.includes(status);
  return [
    [(drawing !== null) === hasPicture, hasPicture ? 'no drawing' : 'a drawing'],
    [(headline !== null && headline.text.trim() !== '') === hasPicture, 'headline and picture do not go together'],
    [!hasPicture || metrics !== null, 'no metrics'],
    [!hasPicture || drawing?.childElementCount !== 0, 'an empty drawing'],
  ];
}

/** Text of the data stands in quotes, and may say anything. */
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const BADLY_WORDED = /\bundefined\b|\[object|^\s*$/;

function noticeClaims(element: AnyChart): Claim[] {
  const {notice, announcement} = readChart(element);
  const {status, issues} = element;
  const isQuiet = notice.length === 0 && announcement === '';
  if (status === 'ready') return [[isQuiet, `a notice: ${[announcement, ...notice].join(' | ')}`]];
  if (status === 'loading') return [[notice.length === 0 && announcement !== '', 'loading is not announced']];
  return [
    [announcement !== '' && notice[0] === announcement, `shown "${notice[0] ?? ''}", told "${announcement}"`],
    [notice.length === 1 + issues.length, `${notice.length} lines in the notice`],
    [!notice.some((line) => BADLY_WORDED.test(line.replaceAll(QUOTED, '…'))), `worded badly: ${notice.join(' | ')}`],
  ];
}

function brokenNumbers({shadowRoot}: AnyChart): string[] {
  const svg = shadowRoot?.querySelector('svg');
  if (!svg) return [];
  const names = [...GEOMETRY, ...MORE_GEOMETRY];
  return [svg, ...svg.querySelectorAll('*')].flatMap((node) =>
    names
      .map((name) => [name, node.getAttribute(name)] as const)
      .filter(([name, value]) => value !== null && (NO_NUMBER.test(value) || isNegativeSize(name, value)))
      .map(([name, value]) => `<${node.localName} ${name}="${value ?? ''}">`),
  );
}

const isNegativeSize = (name: string, value: string): boolean =>
  ['width', 'height', 'r', 'rx', 'font-size', 'stroke-width'].includes(name) && Number(value) < 0;

/** Every number of an object, however deep. */
export function numbersIn(value: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (typeof value === 'number') found.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) numbersIn(part, found);
  return found;
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Table, CSV, marks and metrics say the same; words that only a chart's own test could judge are left to it. */
export function disagreements(element: AnyChart, chart: Chart, options: object): string[] {
  const {metrics, locale} = element;
  if (metrics === null) return ['no metrics'];
  const reading = {locale, options: {...chart.defaults, ...options}};
  const {columns, rows} = chart.tabulate(metrics, reading);
  const first = chart.tabulate(metrics, {...reading, rowLimit: FIRST_ROWS});
  const shown = [...(element.tableElement()?.rows ?? [])].map((row) =>
    [...row.cells].map(({textContent}) => spaced(textContent)),
  );
  const expected = [first.columns.map(({label}) => label), ...first.rows.map((row) => row.map(({text}) => text))];
  const texts = [columns.map(({label}) => label), ...rows.map((row) => row.map(({text}) => text))];
  const values = rows.map((row) => row.map(({value}) => value));
  return [
    ...difference(
      'table',
      shown,
      expected.map((row) => row.map(spaced)),
    ),
    ...difference('CSV', csvOf(element), [
      columns.map(({label}) => inCsv(label)),
      ...values.map((row) => row.map(inCsv)),
    ]),
    ...strangersAmong('table', numbersIn(values), numbersIn(metrics)),
    ...(first.rowCount === undefined || first.rowCount === rows.length ? [] : [`${first.rowCount} rows announced`]),
    ...unknownWords(element, texts),
    ...unevenBars(element),
  ];
}

const difference = (what: string, a: unknown, b: unknown): string[] =>
  JSON.stringify(a) === JSON.stringify(b) ? [] : [`${what}: ${JSON.stringify(a)} instead of ${JSON.stringify(b)}`];

const csvOf = (element: AnyChart): string[][] => parseCsv((element.toCsv() ?? '').replace('\ufeff', ''));

const inCsv = (value: string | number | null): string => {
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return value === null ? '' : String(value);
};

const strangersAmong = (what: string, numbers: ReadonlySet<number>, known: ReadonlySet<number>): string[] =>
  [...numbers].filter((number) => !known.has(number)).map((number) => `${number} in the ${what}, not in the metrics`);

/** Numbers as they are written, without those inside names. */
const NUMBER = /(?<![\p{L}\d])[+\-−]?\d[\d,.]*\d?%?/gu;
const numbersOf = (text: string): string[] => text.match(NUMBER)?.map((number) => number.replace(/[.,]$/, '')) ?? [];

/** Whatever a mark says of itself stands in the table too. */
function unknownWords(element: AnyChart, table: readonly (readonly string[])[]): string[] {
  const known = new Set(table.flat().flatMap(numbersOf));
  return readChart(element)
    .datums()
    .map(({label}) => label)
    .flatMap((label) => numbersOf(label).map((number) => [number, label] as const))
    .filter(([number]) => !known.has(number))
    .map(([number, label]) => `"${number}" of the mark "${label}" is not in the table`);
}

type Details = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * What an element tells of every datum when it is pointed at: the details of its events. Datums without nodes may be a
 * million: some are met by the arrow keys, and the others are told like them.
 */
export function detailsOf(element: AnyChart): Details {
  const field = fieldOf(element);
  if (!field) return toldBy(element, pointAtMarks);
  const told = toldBy(element, walk);
  const all = new Map(
    readChart(element)
      .datums()
      .map(({id, detail}) => [id, {...detail, id}] as const),
  );
  for (const [id, detail] of told)
    if (JSON.stringify(detail) !== JSON.stringify(all.get(id))) throw new Error(`told otherwise: ${id}`);
  return told.size ? all : told;
}

function toldBy(element: AnyChart, explore: (svg: SVGSVGElement) => void): Details {
  const details = new Map<string, Readonly<Record<string, unknown>>>();
  const listen = (event: HTMLElementEventMap['insight-active']): void => {
    if (event.detail.datum) details.set(event.detail.datum.id, event.detail.datum);
  };
  const svg = element.shadowRoot?.querySelector('svg');
  if (!svg) return details;
  element.addEventListener('insight-active', listen);
  explore(svg);
  svg.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
  element.removeEventListener('insight-active', listen);
  return details;
}

function pointAtMarks(svg: SVGSVGElement): void {
  for (const mark of svg.querySelectorAll('[data-datum]'))
    mark.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, composed: true}));
}

const WALK = ['Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'ArrowLeft'];

function walk(svg: SVGSVGElement): void {
  const stop = () => svg.querySelector<SVGElement>('[data-datum][tabindex="0"]');
  for (const key of WALK) {
    // A window behind another one moves its focus without a word.
    stop()?.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
    stop()?.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
  }
  stop()?.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
  stop()?.blur();
}

/** Rounding of drawn lengths, in pixels. */
const TOLERANCE = 0.02;

/** The length of a bar is proportional to a number that its datum carries, on one scale a drawing. */
function unevenBars(element: AnyChart): string[] {
  // As written, not as painted: a bar may be on its way from its last length.
  const bars = [...(element.shadowRoot?.querySelectorAll('[data-datum] rect[part~=bar]') ?? [])];
  if (bars.length < 2) return [];
  const details = detailsOf(element);
  const detailOf = (bar: Element) => details.get(bar.closest('[data-datum]')?.getAttribute('data-datum') ?? '') ?? {};
  const fits = (field: string, side: 'width' | 'height'): boolean => {
    const lengths = bars.map((bar) => [Number(bar.getAttribute(side)), detailOf(bar)[field]] as const);
    if (!lengths.every((pair): pair is readonly [number, number] => typeof pair[1] === 'number')) return false;
    const [longest, most] = lengths.reduce((a, b) => (b[1] > a[1] ? b : a));
    return lengths.every(([length, value]) => Math.abs(length - (most ? (longest * value) / most : 0)) <= TOLERANCE);
  };
  const isEven = Object.keys(detailOf(bars[0]!)).some((field) => fits(field, 'width') || fits(field, 'height'));
  if (isEven) return [];
  return [`bars on no scale: ${bars.map((bar) => `${bar.outerHTML} ${JSON.stringify(detailOf(bar))}`).join('\n')}`];
}
