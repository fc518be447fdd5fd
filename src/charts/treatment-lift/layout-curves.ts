import type {Datum, Ink} from '../../scene/scene.js';
import {fitText} from '../../guides/fit-text.js';
import type {UpliftPoint} from '../../statistics/uplift-bins.js';
import {keyOf} from '../../validation/key-of.js';
import {areasOf, type CurveKind, CURVES, RANDOM, type ScoreBins} from './courses.js';
import {type Item, titleOf} from './datum.js';
import {areaBetween, pathThrough, type Plot, plotOf, type Trace} from './plot.js';
import type {LiftView} from './view.js';

/** Where one bin ends on a curve. */
export interface CutPlace {
  readonly x: number;
  readonly y: number;
  /** Of the bin: what of the curve is its own. */
  readonly width: number;
  readonly datum: Datum;
}

/** A curve over customers, best scores first, beside the line that a random order of them would give. */
export interface CurvePlace {
  readonly key: CurveKind;
  readonly x: number;
  readonly y: number;
  readonly heading: string;
  /** The area, named. */
  readonly word: string;
  readonly title: string;
  readonly plot: Plot;
  readonly ink: Ink;
  readonly curve: string;
  readonly area: string;
  readonly random: string;
  readonly randomLabel: {readonly x: number; readonly y: number} | null;
  readonly share: string;
  readonly cuts: readonly CutPlace[];
  readonly ticks: readonly {readonly x: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end'}[];
}

/** Where the curves of one score stand. */
export interface CurvesContext {
  readonly item: Item;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly placeOf: (index: number) => {readonly x: number; readonly y: number};
}

/**
 * Difference in conversions if all customers so far were treated (uplift), and among the treated alone (Qini). Each has a
 * scale of its own: where few are treated, the second would lie flat under the first.
 */
export const placeCurves = (score: ScoreBins, context: CurvesContext, view: LiftView): CurvePlace[] =>
  CURVES.flatMap((kind, index) =>
    score.curve && score.curve[`${kind}Area`] !== null
      ? [placeCurve({kind, index, score, points: score.curve.points}, context, view)]
      : [],
  );

interface Curve {
  readonly kind: CurveKind;
  readonly index: number;
  readonly score: ScoreBins;
  readonly points: readonly UpliftPoint[];
}

function placeCurve(own: Curve, context: CurvesContext, view: LiftView): CurvePlace {
  const {kind, index, score, points} = own;
  const {width, height} = context;
  const {frame, locale, words} = view;
  const {smallSize: size, unit} = frame;
  const values = points.map((point) => point[kind]!);
  const range = [Math.min(0, ...values), Math.max(0, ...values)] as const;
  const tick = locale.fine.number;
  const plot = plotOf(range[0] === range[1] ? [-1, 1] : range, {width, height, right: unit, tick}, view);
  const xs = points.map(({customers}) => plot.left + customers * plot.width);
  const line = {xs, ys: values.map(plot.axis.place)};
  const random = {xs, ys: points.map((point) => plot.axis.place(point[RANDOM[kind]]!))};
  const areas = areasOf(score);
  const word = areas ? `${words.area[kind]} ${locale.fine.number(areas[kind])}` : '';
  const room = width - frame.textWidth(word, frame.labelSize) - unit;
  return {
    key: kind,
    ...context.placeOf(index),
    heading: fitText(words.curve[kind], room, {...frame, size: frame.labelSize, weight: 'bold'}),
    word,
    title: fitText(words.curveAxis[kind], width, {...frame, size}),
    plot,
    ink: areas ? 'accent' : 'context',
    curve: pathThrough(line),
    area: areaBetween(line, random),
    random: pathThrough(random),
    randomLabel: freePlace([line, random], plot, view),
    share: fitText(words.joined([words.shareAxis, words.bestFirst]), plot.width, {...frame, size}),
    cuts: points.slice(1).map((_, column) => ({
      x: xs[column + 1]!,
      y: line.ys[column + 1]!,
      width: xs[column + 1]! - xs[column]!,
      datum: datumOfCut({...own, cut: column + 1}, context, view),
    })),
    ticks: (['start', 'middle', 'end'] as const).flatMap((anchor, at) =>
      anchor === 'middle' && plot.width < size * 9
        ? []
        : [{x: plot.left + (at / 2) * plot.width, text: locale.wholePercent(at / 2), anchor}],
    ),
  };
}

/** Where at the end of a plot words are run through by none of its lines, which are straight between two points. */
function freePlace(
  [curve, random]: readonly [Trace, Trace],
  {left, width, height, axis}: Plot,
  {frame: {textWidth, smallSize}, words}: LiftView,
): CurvePlace['randomLabel'] {
  const x = left + width;
  const start = x - textWidth(words.random, smallSize);
  const zero = axis.place(0);
  const meets = (from: number, to: number, y: number) =>
    Math.min(from, to) < y + smallSize && Math.max(from, to) > y - smallSize;
  const isFree = (y: number) =>
    !meets(zero, zero, y) &&
    [curve, random].every(({xs, ys}) =>
      ys.every((to, index) => {
        const [from, before] = [ys[index - 1] ?? to, xs[index - 1] ?? x];
        // Of the line that enters beside the words only what lies beside them.
        const entry = before < start ? from + ((to - from) * (start - before)) / (xs[index]! - before) : from;
        return xs[index]! < start || !meets(entry, to, y);
      }),
    );
  const end = random.ys.at(-1)!;
  const y = [0.45, 0.7, 0.9].map((part) => end + (zero - end) * part).find(isFree);
  return y === undefined || y < smallSize || y > height - smallSize ? null : {x, y};
}

/** What a curve says where a bin ends. */
function datumOfCut(
  {kind, index, points, cut}: Curve & {readonly cut: number},
  {item, row}: CurvesContext,
  view: LiftView,
): Datum {
  const {words, locale} = view;
  const {number} = locale.fine;
  const {customers, [kind]: value, [RANDOM[kind]]: random} = points[cut]!;
  const title = words.joined([titleOf(item, view), words.curve[kind]]);
  const share = locale.percent(customers);
  const [shown, shownRandom] = [value!, random!].map(number) as [string, string];
  return {
    id: keyOf(item.metric.metric, item.arm, item.segment, kind, cut),
    title,
    label: words.armSentence({
      name: words.joined([title, words.behind(share, words.shareAxis)]),
      value: shown,
      range: `${words.random} ${shownRandom}`,
    }),
    lines: [
      {name: words.shareAxis, value: share},
      {name: words[kind], value: shown},
      {name: words.random, value: shownRandom},
    ],
    detail: {metric: item.metric.metric, arm: item.arm, segment: item.segment, curve: kind, customers, value, random},
    row: row + index + 1,
    column: cut - 1,
  };
}
