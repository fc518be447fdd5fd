import {fitText, widestText} from '../../guides/fit-text.js';
import {type PanelPlace, placePanels} from '../../guides/panels.js';
import {type ColumnPlace, placeColumns} from './layout-columns.js';
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

/** Places for bars from one baseline, lowest rung at the bottom, so that climbing goes up. */
export function layoutLadder(metrics: LoyaltyLadderMetrics, view: LadderView): LadderLayout {
  const {width, unit} = view.frame;
  const {series} = metrics;
  const rhythm = rhythmOf(series.some(hasFlows), view.frame);
  const height = rhythm.top + rhythm.pitch * Math.max(0, series[0]!.rungs.length - 1) + rhythm.barHeight + 2;
  const panels = placePanels(series.length, width, {least: LEAST_PANEL, height, gap: unit * 4});
  const shared = {...sharedScale(metrics), rhythm, isMultiple: series.length > 1};
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
}
interface PanelContext extends SharedScale, PanelPlace {
  readonly rhythm: Rhythm;
  readonly isMultiple: boolean;
}

function sharedScale({series}: LoyaltyLadderMetrics): SharedScale {
  const rungs = series.flatMap((d) => d.rungs);
  return {
    most: Math.max(1, ...rungs.map((d) => Math.max(d.count ?? 0, d.previous ?? 0, d.target ?? 0))),
    mostMoved: Math.max(0, ...rungs.map((d) => Math.max(d.climb?.count ?? 0, d.slip?.count ?? 0))),
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
  return {barHeight, pitch: barHeight + unit * (withFlows ? 4 : 1.5), top: unit * 3};
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
  const {columns, width: columnsWidth} = isMultiple ? {columns: [], width: 0} : placeColumns(fromTop, room, view);
  const plotWidth = room - columnsWidth;
  const rungs = placeRungs(fromTop, names, {...rhythm, plotWidth, namesWidth, most: place.most, view});
  return {
    series: series.series,
    shownSeries: fitText(series.series ?? '', isMultiple ? width : namesWidth, {...frame, size}),
    ...{x, y, width, isMultiple, plotX, plotWidth, rungs},
    barHeight: rhythm.barHeight,
    flows: placeFlows(rungs, {...rhythm, plotWidth, mostMoved: place.mostMoved}, view),
    columns: columns.map((column) => ({...column, x: column.x + plotX + plotWidth})),
  };
}

interface RungContext extends Rhythm {
  readonly plotWidth: number;
  readonly namesWidth: number;
  readonly most: number;
  readonly view: LadderView;
}

function placeRungs(rungs: readonly RungMetrics[], names: readonly string[], context: RungContext): RungPlace[] {
  const {frame, locale, words} = context.view;
  const size = frame.labelSize;
  const texts = rungs.map(({count}) => (count === null ? words.notMeasured : locale.count(count)));
  const longest = Math.max(1, context.plotWidth - widestText(texts, size, frame) - LABEL_GAP - 4);
  const length = (count: number | null) => (count === null ? null : (count / context.most) * longest);
  return rungs.map((d, index) => {
    const [bar, previousBar, targetX] = [length(d.count), length(d.previous), length(d.target)];
    const textWidth = frame.textWidth(texts[index]!, size);
    const end = Math.max(bar ?? 0, previousBar ?? 0) + LABEL_GAP;
    const meetsTarget = targetX !== null && targetX > end - LABEL_GAP && targetX < end + textWidth + LABEL_GAP;
    return {
      ...d,
      name: names[index]!,
      shownName: fitText(names[index]!, context.namesWidth, {...frame, size}),
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
  const widest = Math.min(WIDEST_ARROW, half / 4);
  const pairs = rungs.slice(1).map((below, index) => ({below, above: rungs[index]!}));
  const texts = flowTexts(pairs, half - widest - LABEL_GAP * 2, view);
  return pairs.flatMap(({below, above}, index) => {
    const y = above.y + context.barHeight + ARROW_MARGIN;
    const height = below.y - ARROW_MARGIN - y;
    const place = (direction: 'up' | 'down', count: number | undefined, text: string): FlowPlace[] =>
      count === undefined
        ? []
        : [
            {
              key: `${direction} ${below.rung}`,
              direction,
              x: direction === 'up' ? ARROW_MARGIN : half + ARROW_MARGIN,
              y,
              width: count === 0 ? 0 : Math.max(1, (count / context.mostMoved) * widest),
              height,
              text,
            },
          ];
    return [
      ...place('up', below.climb?.count, texts[index]!.up),
      ...place('down', above.slip?.count, texts[index]!.down),
    ];
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
      const [up, down] = [below.climb, above.slip].map((flow) =>
        flow ? textOf(locale.percent(flow.rate), locale.count(flow.count)) : '',
      );
      return {up: up!, down: down!};
    });
  const long = textsOf(words.flow);
  const widest = widestText(
    long.flatMap(({up, down}) => [up, down]),
    frame.smallSize,
    frame,
  );
  return widest <= room ? long : textsOf((rate) => rate);
}
