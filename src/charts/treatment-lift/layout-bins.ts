import type {Datum, Ink} from '../../scene/scene.js';
import {axisTitle, tickFormat} from './axis-words.js';
import {fitText} from '../../guides/fit-text.js';
import type {UpliftPoint} from '../../statistics/uplift-bins.js';
import {keyOf} from '../../validation/key-of.js';
import type {ScoreBins} from './courses.js';
import {datumOfBin} from './datum.js';
import {type IntervalPlace, placeInterval} from './layout-rows.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {absolute, INK} from './panels.js';
import {areaBetween, pathThrough, type Plot, plotOf, type Trace} from './plot.js';
import {rangeAroundZero, reachesOf} from './scale.js';
import {metricName, unitOf} from './values.js';
import type {LiftView} from './view.js';

/** One bin with its interval, upright. */
export interface BinPlace extends IntervalPlace {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly ink: Ink;
  readonly isOpen: boolean;
  readonly text: string;
  /** What stands for a withheld interval. */
  readonly withheld: string;
  readonly datum: Datum;
}

export interface QiniPlace {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly plot: Plot;
  readonly curve: string;
  readonly ink: Ink;
  readonly area: string;
  readonly random: string;
  readonly randomLabel: {readonly x: number; readonly y: number} | null;
  readonly points: readonly (readonly [number, number])[];
  readonly ticks: readonly {readonly x: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end'}[];
}

export interface ScorePlace {
  readonly key: string;
  readonly y: number;
  readonly heading: string;
  readonly title: string;
  readonly plot: Plot;
  readonly bins: readonly BinPlace[];
  readonly qini: QiniPlace | null;
}

export interface BinsLayout {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  /** From the top of a panel to its plot. */
  readonly top: number;
  readonly panels: readonly ScorePlace[];
}

const LEAST_PAIR = 560;
const HEIGHT = 180;

export function layoutBins(metrics: TreatmentLiftMetrics, view: LiftView): BinsLayout {
  const {width, unit, labelSize, smallSize} = view.frame;
  const gap = unit * 4;
  const isPair = width >= LEAST_PAIR;
  const panelWidth = isPair ? (width - gap) / 2 : width;
  const top = labelSize + smallSize + unit * 3;
  const below = HEIGHT + smallSize * 3.1 + gap;
  let y = 0;
  const scores = metrics.metrics.flatMap((metric) => metric.bins.map((score) => ({metric, score})));
  const panels = scores.map(({metric, score}, row) => {
    const place = placeScore({metric, score}, {y, row, panelWidth, isPair, metrics}, view);
    y += top + below + (place.qini && !isPair ? below + smallSize + unit * 2 : 0);
    return place;
  });
  return {width, height: Math.max(0, y - gap), panelWidth, top, panels};
}

interface NamedScore {
  readonly metric: LiftMetric;
  readonly score: ScoreBins;
}

interface ScoreContext {
  readonly y: number;
  readonly row: number;
  readonly panelWidth: number;
  readonly isPair: boolean;
  readonly metrics: TreatmentLiftMetrics;
}

function placeScore({metric, score}: NamedScore, context: ScoreContext, view: LiftView): ScorePlace {
  const {frame, words} = view;
  const {panelWidth, metrics, row} = context;
  // One scale for all scores of a metric: they are there to be compared.
  const reaches = metric.bins.flatMap(({bins}) => bins.map(absolute));
  const tick = tickFormat(unitOf(metric), view);
  const plot = plotOf(
    rangeAroundZero(reachesOf(reaches), []),
    {width: panelWidth, height: HEIGHT, right: 0, tick},
    view,
  );
  const width = plot.width / Math.max(1, score.bins.length);
  const isNarrow = frame.textWidth(String(score.bins.at(-1)?.bin ?? ''), frame.smallSize) + 4 > width;
  const heading = words.joined([metricName(metric, view), score.arm, ...(score.segment ? [score.segment] : [])]);
  return {
    key: keyOf(metric.metric, score.arm, score.segment),
    y: context.y,
    heading: fitText(heading, frame.width, {...frame, size: frame.labelSize, weight: 'bold'}),
    title: fitText(axisTitle(metric, false, view), panelWidth, {...frame, size: frame.smallSize}),
    plot,
    bins: score.bins.map((d, index) => ({
      key: String(d.bin),
      x: plot.left + width * (index + 0.5),
      width,
      ...placeInterval(absolute(d), plot.axis),
      ink: INK[d.verdict],
      isOpen: d.verdict === 'no-clear-difference' || d.verdict === 'inconclusive',
      text: isNarrow && index % 5 ? '' : String(d.bin),
      withheld: d.isWithheld ? view.locale.words.withheld : '',
      datum: datumOfBin(
        d,
        {metric, name: '', arm: d.arm, segment: d.segment, row, column: index},
        {metrics, reading: view},
      ),
    })),
    qini: placeQini(score, context, view),
  };
}

/** Extra conversions among the treated, against a random order of the same customers. */
function placeQini({curve, bins}: ScoreBins, {panelWidth, isPair}: ScoreContext, view: LiftView): QiniPlace | null {
  if (curve?.qiniArea === null || !curve) return null;
  const {frame, locale, words} = view;
  const {unit, smallSize} = frame;
  const values = curve.points.map(({qini}) => qini!);
  const end = values.at(-1)!;
  const range = [Math.min(0, ...values), Math.max(0, ...values)] as const;
  const plot = plotOf(
    range[0] === range[1] ? [-1, 1] : range,
    {
      ...{width: panelWidth, height: HEIGHT, right: unit},
      tick: locale.fine.number,
    },
    view,
  );
  const xOf = (customers: number) => plot.left + customers * plot.width;
  const trace = (valueOf: (point: UpliftPoint) => number): Trace => ({
    xs: curve.points.map(({customers}) => xOf(customers)),
    ys: curve.points.map((point) => plot.axis.place(valueOf(point))),
  });
  const line = trace(({qini}) => qini!);
  const random = trace(({customers}) => customers * end);
  const start = xOf(1) - frame.textWidth(words.random, smallSize);
  // No line runs through words: between two points the curve is straight.
  const isFree = ({y}: {readonly y: number}) =>
    line.ys.every((to, index) => {
      const from = line.ys[index - 1] ?? to;
      const [above, below] = [Math.min(from, to), Math.max(from, to)];
      return line.xs[index]! < start || below < y - smallSize || above > y + smallSize;
    });
  return {
    x: isPair ? panelWidth + unit * 4 : 0,
    y: isPair ? 0 : HEIGHT + smallSize * 4 + unit * 6,
    title: fitText(words.qiniAxis, panelWidth, {...frame, size: smallSize}),
    plot,
    points: line.xs.map((x, index) => [x, line.ys[index]!]),
    curve: pathThrough(line),
    ink: bins[0]?.verdict === 'untrusted' ? 'context' : 'accent',
    area: areaBetween(line, random),
    random: pathThrough(random),
    randomLabel: [0.55, 0.3, 0.1].map((part) => ({x: xOf(1), y: plot.axis.place(end * part)})).find(isFree) ?? null,
    ticks: (['start', 'middle', 'end'] as const).flatMap((anchor, index) =>
      anchor === 'middle' && plot.width < smallSize * 9
        ? []
        : [{x: plot.left + (index / 2) * plot.width, text: locale.wholePercent(index / 2), anchor}],
    ),
  };
}
