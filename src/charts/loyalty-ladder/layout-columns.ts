import {widestText} from '../../guides/fit-text.js';
import type {LadderView} from './view.js';
import type {RungMetrics} from './metrics.js';

/** A column of figures beside the bars. */
export interface ColumnPlace {
  readonly field: 'share' | 'change' | 'netPromotion' | 'entered' | 'left' | 'money';
  readonly header: string;
  /** Right edge for figures, left edge for the pair of bars. */
  readonly x: number;
  readonly width: number;
  /** One text a rung, highest first; empty where there is none. */
  readonly texts: readonly string[];
  /** Lengths in pixels of the pair of bars. */
  readonly bars: readonly MoneyBars[];
  /** What each bar of the pair is, instead of a header. */
  readonly legend: readonly LegendPlace[];
}

/** A bar of the legend with its word; `x` counts from the column. */
export interface LegendPlace {
  readonly field: 'spend' | 'value';
  readonly text: string;
  readonly x: number;
}

/** Share of value over share of spend of one rung. */
export interface MoneyBars {
  readonly value: number | null;
  readonly spend: number | null;
  readonly valueText: string;
  readonly spendText: string;
}

type Column = Omit<ColumnPlace, 'x'>;

/** The bars keep at least this part of the room beside the names. */
const PLOT_AT_LEAST = 0.36;
const MONEY_BAR = 72;
/** The square of a legend, from its start to its word, and from one word to the next square. */
export const LEGEND_SQUARE = 9;
export const LEGEND_WORD = 13;
const LEGEND_APART = 12;

/** Order of reading, and order of importance when room is short. */
const READING = ['share', 'change', 'netPromotion', 'entered', 'left', 'money'] as const;
const IMPORTANCE = ['netPromotion', 'money', 'change', 'share', 'left', 'entered'] as const;

/** As many columns as fit in the room that the plot can spare, the most important first; `x` counts from the end of the plot. */
export function placeColumns(
  rungs: readonly RungMetrics[],
  {room, least}: {readonly room: number; readonly least: number},
  view: LadderView,
): {readonly columns: readonly ColumnPlace[]; readonly width: number} {
  const offered = new Map(columnsOf(rungs, view).map((column) => [column.field, column]));
  let left = Math.min(room * (1 - PLOT_AT_LEAST), room - least);
  const kept = new Set<string>();
  for (const field of IMPORTANCE) {
    const width = offered.get(field)?.width ?? Infinity;
    if (width > left) continue;
    left -= width;
    kept.add(field);
  }
  let x = 0;
  const columns = READING.flatMap((field) => {
    const column = kept.has(field) ? offered.get(field) : undefined;
    if (!column) return [];
    x += column.width;
    return [{...column, x: field === 'money' ? x - column.width + view.frame.unit * 3 : x}];
  });
  return {columns, width: x};
}

function columnsOf(rungs: readonly RungMetrics[], view: LadderView): Column[] {
  const {locale, words} = view;
  const figures = (field: Column['field'], header: string, textOf: (d: RungMetrics) => string | null): Column[] => {
    const texts = rungs.map((d) => textOf(d) ?? (d.isWithheld ? locale.words.withheld : ''));
    return texts.every((text) => text === '' || text === locale.count(0))
      ? []
      : [{field, header, texts, bars: [], legend: [], width: figuresWidth(header, texts, view)}];
  };
  return [
    ...figures('share', words.share, ({share}) => (share === null ? null : locale.percent(share))),
    ...figures('change', words.change, ({change, changeRate}) =>
      change === null || changeRate === null
        ? null
        : words.changeBy(locale.change(change), locale.percentChange(changeRate)),
    ),
    ...figures('netPromotion', words.netPromotion, ({netPromotion}) =>
      netPromotion ? locale.percentChange(netPromotion.rate) : null,
    ),
    ...figures('entered', words.entered, ({entered}) => (entered === null ? null : locale.count(entered))),
    ...figures('left', words.left, ({leave}) => (leave ? locale.count(leave.count) : null)),
    ...moneyColumn(rungs, view),
  ];
}

const figuresWidth = (header: string, texts: readonly string[], {frame}: LadderView): number =>
  Math.ceil(
    Math.max(frame.textWidth(header, frame.smallSize), widestText(texts, frame.labelSize, frame)) + frame.unit * 3,
  );

function moneyColumn(rungs: readonly RungMetrics[], {frame, locale, words}: LadderView): Column[] {
  if (rungs.every((d) => d.spendShare === null)) return [];
  const most = Math.max(...rungs.map((d) => Math.max(d.valueShare ?? 0, d.spendShare ?? 0)));
  const length = (share: number | null) =>
    share === null ? null : most > 0 ? Math.max(0, share / most) * MONEY_BAR : 0;
  const textOf = (share: number | null) => (share === null ? '' : locale.percent(share));
  const bars = rungs.map((d) => ({
    value: length(d.valueShare),
    spend: length(d.spendShare),
    valueText: textOf(d.valueShare),
    spendText: textOf(d.spendShare),
  }));
  const texts = bars.flatMap((d) => [d.valueText, d.spendText]);
  const content = MONEY_BAR + frame.unit / 2 + widestText(texts, frame.smallSize, frame);
  const {legend, width} = moneyLegend(words, frame);
  return [
    {
      field: 'money',
      header: '',
      texts: [],
      bars,
      legend,
      width: Math.ceil(frame.unit * 3 + Math.max(content, width)),
    },
  ];
}

function moneyLegend({spend, value}: LadderView['words'], {textWidth, smallSize}: LadderView['frame']) {
  const valueX = LEGEND_WORD + textWidth(spend, smallSize) + LEGEND_APART;
  const legend: readonly LegendPlace[] = [
    {field: 'spend', text: spend, x: 0},
    {field: 'value', text: value, x: valueX},
  ];
  return {legend, width: valueX + LEGEND_WORD + textWidth(value, smallSize)};
}
