import {fitText, widestText} from '../../guides/fit-text.js';
import {type PanelPlace, placePanels} from '../../guides/panels.js';
import type {FlowRate} from './flows.js';
import {type ColumnPlace, moneyReach, placeColumns} from './layout-columns.js';
import type {LoyaltyLadderMetrics, RungMetrics, SeriesMetrics} from './metrics.js';
import {rungName} from './names.js';
import type {LadderView} from './view.js';

/** A rung with its place: `y` is the top of its bar. */
export interface RungPlace extends RungMetrics {
  readonly name: string;
  /** The name as far as it fits. */
  readonly shownName: string;
  readonly y: number;
  /** Lengths from the baseline, in pixels; null where there is nothing to draw. */
  readonly bar: number | null;
  readonly previousBar: number | null;
  readonly targetX: number | null;
  readonly countText: string;
  /** Start of the count, clear of bar, outline and target. */
  readonly countX: number;
}

/** An arrow between two rungs, with its words beside it. */
export interface FlowPlace {
  readonly key: string;
  readonly direction: 'up' | 'down';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** The ladder of one series; everything inside is relative to its own origin. */
export interface LadderPanel {
  readonly series: string | null;
  readonly shownSeries: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly barHeight: number;
  /** Baseline of the bars. */
  readonly plotX: number;
  readonly plotWidth: number;
  /** One of several: without columns, under the name of its series. */
  readonly isMultiple: boolean;
  /** Highest rung first, as it is read. */
  readonly rungs: readonly RungPlace[];
  /** What stands above the arrows, as far as it fits. */
  readonly climbedHead: string;
  readonly slippedHead: string;
  readonly flows: readonly FlowPlace[];
  readonly columns: readonly ColumnPlace[];
}

export interface LadderLayout {
  readonly kind: 'ladder';
  readonly width: number;
  readonly height: number;
  readonly panels: readonly LadderPanel[];
}

const LEAST_PANEL = 264;
const NAMES_AT_MOST = 0.34;
const LABEL_GAP = 6;
/** A target mark reaches this far beyond its bar. */
export const TARGET_OVERHANG = 3;

/** Places for bars from one baseline, lowest rung at the bottom, so that climbing goes up. */
export function layoutLadder(metrics: LoyaltyLadderMetrics, view: LadderView): LadderLayout {
  const {width, unit} = view.frame;
  const {series} = metrics;
  const rhythm = rhythmOf(series.some(hasFlows), view.frame);
  const foot = Math.max(rhythm.barHeight + TARGET_OVERHANG, rhythm.barHeight / 2 + moneyReach(view.frame));
  const height = rhythm.top + rhythm.pitch * Math.max(0, series[0]!.rungs.length - 1) + foot + 1;
  const panels = placePanels(series.length, width, {least: LEAST_PANEL, height, gap: unit * 4});
  const shared = {...sharedScale(metrics, view), rhythm, isMultiple: series.length > 1};
  return {
    kind: 'ladder',
    width,
    height: panels.height,
    panels: series.map((one, index) => layoutPanel(one, {...shared, ...panels.places[index]!}, view)),
  };
}

/** What all panels share, so that their bars and arrows may be compared. */
interface SharedScale {
  readonly most: number;
  readonly mostMoved: number;
  /** Width of the widest count of any panel: its room limits the bars of all. */
  readonly countsWidth: number;
}
interface PanelContext extends SharedScale, PanelPlace {
  readonly rhythm: Rhythm;
  readonly isMultiple: boolean;
}

function sharedScale({series}: LoyaltyLadderMetrics, view: LadderView): SharedScale {
  const rungs = series.flatMap((d) => d.rungs);
  const counts = rungs.map((d) => countText(d, view));
  return {
    most: Math.max(1, ...rungs.map((d) => Math.max(d.count ?? 0, d.previous ?? 0, d.target ?? 0))),
    mostMoved: Math.max(0, ...rungs.map((d) => Math.max(d.climb?.count ?? 0, d.slip?.count ?? 0))),
    countsWidth: widestText(counts, view.frame.labelSize, view.frame),
  };
}

const hasFlows = ({rungs}: SeriesMetrics): boolean => rungs.some(({climb, slip}) => climb !== null || slip !== null);

interface Rhythm {
  readonly barHeight: number;
  /** From one bar's top to the next. */
  readonly pitch: number;
  readonly top: number;
}

function rhythmOf(withFlows: boolean, {unit, labelSize}: LadderView['frame']): Rhythm {
  const barHeight = Math.max(unit * 3, labelSize * 1.5);
  return {barHeight, pitch: barHeight + unit * (withFlows ? 4 : 1.5), top: Math.max(unit * 3, labelSize * 1.4)};
}

function layoutPanel(series: SeriesMetrics, place: PanelContext, view: LadderView): LadderPanel {
  const {frame, words} = view;
  const {rhythm, isMultiple, x, y, width} = place;
  const size = frame.labelSize;
  const fromTop = series.rungs.toReversed();
  const names = fromTop.map((d) => rungName(d, words));
  const namesWidth = Math.min(widestText(names, size, frame), width * NAMES_AT_MOST);
  const plotX = Math.ceil(namesWidth) + frame.unit;
  const room = width - plotX;
  const counts = fromTop.map((d) => countText(d, view));
  const least = leastPlot(counts, hasFlows(series), view);
  const {columns, width: columnsWidth} = isMultiple
    ? {columns: [], width: 0}
    : placeColumns(fromTop, {room, least}, view);
  const plotWidth = room - columnsWidth;
  const rungs = placeRungs(fromTop, {...place, ...rhythm, plotWidth, names, namesWidth, counts, view});
  const headRoom = plotWidth / 2 - LABEL_GAP;
  return {
    series: series.series,
    shownSeries: fitText(series.series ?? '', isMultiple ? width : namesWidth, {...frame, size, weight: 'bold'}),
    ...{x, y, width, isMultiple, plotX, plotWidth, rungs},
    barHeight: rhythm.barHeight,
    climbedHead: fitText(words.climbedHead, headRoom, {...frame, size: frame.smallSize}),
    slippedHead: fitText(words.slippedHead, headRoom, {...frame, size: frame.smallSize}),
    flows: placeFlows(rungs, {...rhythm, plotWidth, mostMoved: place.mostMoved}, view),
    columns: columns.map((column) => ({...column, x: column.x + plotX + plotWidth})),
  };
}

function countText({count, isWithheld}: RungMetrics, {locale, words}: LadderView): string {
  if (count !== null) return locale.count(count);
  return isWithheld ? locale.words.withheld : words.notMeasured;
}

/** The longest bar is at least this long, in pixels, before figures may stand beside the plot. */
const LEAST_BAR = 64;

const rateWidth = ({frame, locale}: Pick<LadderView, 'frame' | 'locale'>): number =>
  frame.textWidth(locale.percent(1), frame.smallSize);

/** The room that bars with their counts, and arrows with their rates and heads, cannot do without. */
function leastPlot(counts: readonly string[], withFlows: boolean, {frame, locale, words}: LadderView): number {
  const bars = LEAST_BAR + widestText(counts, frame.labelSize, frame) + LABEL_GAP * 2;
  const heads = widestText([words.climbedHead, words.slippedHead], frame.smallSize, frame) + LABEL_GAP * 2;
  return withFlows ? Math.max(bars, heads * 2, rateWidth({frame, locale}) * 4) : bars;
}

interface RungContext extends Rhythm, Pick<SharedScale, 'most' | 'countsWidth'> {
  readonly plotWidth: number;
  readonly names: readonly string[];
  readonly namesWidth: number;
  readonly counts: readonly string[];
  readonly view: LadderView;
}

function placeRungs(rungs: readonly RungMetrics[], context: RungContext): RungPlace[] {
  const {names, counts: texts} = context;
  const {frame} = context.view;
  const longest = Math.max(1, context.plotWidth - context.countsWidth - LABEL_GAP - 4);
  const length = (count: number | null) => (count === null ? null : (count / context.most) * longest);
  return rungs.map((d, index) => {
    const [bar, previousBar, targetX] = [length(d.count), length(d.previous), length(d.target)];
    const textWidth = frame.textWidth(texts[index]!, frame.labelSize);
    const end = Math.max(bar ?? 0, previousBar ?? 0) + LABEL_GAP;
    const meetsTarget = targetX !== null && targetX > end - LABEL_GAP && targetX < end + textWidth + LABEL_GAP;
    return {
      ...d,
      name: names[index]!,
      shownName: fitText(names[index]!, context.namesWidth, {...frame, size: frame.labelSize}),
      y: context.top + index * context.pitch,
      bar,
      previousBar,
      targetX,
      countText: texts[index]!,
      countX: meetsTarget ? targetX + LABEL_GAP : end,
    };
  });
}

interface FlowContext extends Rhythm {
  readonly plotWidth: number;
  readonly mostMoved: number;
}

/** Widest arrow in pixels: wide enough to compare, narrow enough to leave room for words. */
const WIDEST_ARROW = 56;
const ARROW_MARGIN = 3;

function placeFlows(rungs: readonly RungPlace[], context: FlowContext, view: LadderView): FlowPlace[] {
  if (!context.mostMoved) return [];
  const half = context.plotWidth / 2;
  const widest = Math.min(WIDEST_ARROW, half / 4, half - LABEL_GAP * 2 - rateWidth(view));
  const pairs = rungs.slice(1).map((below, index) => ({below, above: rungs[index]!}));
  const texts = flowTexts(pairs, half - widest - LABEL_GAP * 3, view);
  return pairs.flatMap(({below, above}, index) => {
    const y = above.y + context.barHeight + ARROW_MARGIN;
    const height = below.y - ARROW_MARGIN - y;
    const place = (direction: 'up' | 'down', count: number, text: string): FlowPlace[] => {
      const width = count === 0 ? 0 : Math.max(1, (count / context.mostMoved) * widest);
      const x = ARROW_MARGIN + (direction === 'up' ? 0 : half);
      return text ? [{key: `${direction} ${below.rung}`, direction, x, y, width, height, text}] : [];
    };
    const {up, down} = texts[index]!;
    return [...place('up', below.climb?.count ?? 0, up), ...place('down', above.slip?.count ?? 0, down)];
  });
}

/** Rate and count beside each arrow; the rate alone where that is too long anywhere, so that all look alike. */
function flowTexts(
  pairs: readonly {readonly below: RungPlace; readonly above: RungPlace}[],
  room: number,
  {frame, locale, words}: LadderView,
): {readonly up: string; readonly down: string}[] {
  const textsOf = (textOf: (rate: string, count: string) => string) =>
    pairs.map(({below, above}) => {
      const worded = (flow: FlowRate | null, {isWithheld}: RungPlace) => {
        if (flow) return textOf(locale.percent(flow.rate), locale.count(flow.count));
        return isWithheld ? locale.words.withheld : '';
      };
      return {up: worded(below.climb, below), down: worded(above.slip, above)};
    });
  const long = textsOf(words.flow);
  const all = long.flatMap(({up, down}) => [up, down]);
  return widestText(all, frame.smallSize, frame) <= room ? long : textsOf((rate) => rate);
}
