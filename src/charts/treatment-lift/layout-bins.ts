import type {Datum, Ink} from '../../scene/scene.js';
import {axisTitle, tickFormat} from './axis-words.js';
import {fitText} from '../../guides/fit-text.js';
import {keyOf} from '../../validation/key-of.js';
import type {Comparison} from './comparison.js';
import type {ScoreBins} from './courses.js';
import {datumOfBin, titleOf} from './datum.js';
import {type CurvePlace, placeCurves} from './layout-curves.js';
import {type IntervalPlace, placeInterval} from './layout-rows.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {absolute, INK} from './panels.js';
import {type Plot, plotOf} from './plot.js';
import {reachOf} from './reported.js';
import {rangeAroundZero, reachesOf} from './scale.js';
import {unitOf} from './values.js';
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

export interface ScorePlace {
  readonly key: string;
  readonly y: number;
  readonly heading: string;
  readonly title: string;
  /** Of the bins. */
  readonly width: number;
  readonly plot: Plot;
  readonly bins: readonly BinPlace[];
  readonly curves: readonly CurvePlace[];
}

export interface BinsLayout {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  /** From the top of a panel to its plot. */
  readonly top: number;
  readonly panels: readonly ScorePlace[];
}

/** Curves beside each other, and bins beside both, where each is this wide. */
const LEAST = 264;
const HEIGHT = 180;

export function layoutBins(metrics: TreatmentLiftMetrics, view: LiftView): BinsLayout {
  const {width, unit, labelSize, smallSize} = view.frame;
  const gap = unit * 4;
  const columns = Math.max(1, Math.min(3, Math.floor((width + gap) / (LEAST + gap))));
  const panelWidth = (width - gap * (columns - 1)) / columns;
  const top = labelSize + smallSize + unit * 3;
  const pitch = top + HEIGHT + smallSize * 3.1 + gap;
  // Curves fill the rows from the left; beside bins that take a third, else under those that take all.
  const placeOf = (index: number) => {
    const place = index + (columns === 2 ? 2 : 1);
    return {x: (place % columns) * (panelWidth + gap), y: Math.floor(place / columns) * pitch};
  };
  let y = 0;
  const scores = metrics.metrics.flatMap((metric) => metric.bins.map((score) => ({metric, score})));
  const panels = scores.map((named, index) => {
    const context = {y, row: index * 3, panelWidth, columns, placeOf, metrics};
    const place = placeScore(named, context, view);
    y += Math.max(0, ...place.curves.map((curve) => curve.y)) + pitch;
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
  readonly columns: number;
  readonly placeOf: (index: number) => {readonly x: number; readonly y: number};
  readonly metrics: TreatmentLiftMetrics;
}

function placeScore({metric, score}: NamedScore, context: ScoreContext, view: LiftView): ScorePlace {
  const {frame} = view;
  const {metrics, row} = context;
  // One scale for all scores of a metric: they are there to be compared.
  const isReported = metric.measure === null;
  const reachOfBin = isReported ? ({reported}: Comparison) => reachOf(reported) : absolute;
  const reaches = metric.bins.flatMap(({bins}) => bins.map(reachOfBin));
  const item = {metric, name: '', arm: score.arm, segment: score.segment};
  const curves = placeCurves(score, {...context, item, width: context.panelWidth, height: HEIGHT}, view);
  const isThird = context.columns === 3 && curves.length > 0;
  const width = isThird ? context.panelWidth : frame.width;
  const tick = tickFormat(isReported ? 'lift' : unitOf(metric), view);
  const plot = plotOf(rangeAroundZero(reachesOf(reaches), []), {width, height: HEIGHT, right: 0, tick}, view);
  const binWidth = plot.width / Math.max(1, score.bins.length);
  const text = frame.textWidth(String(score.bins.at(-1)?.bin ?? ''), frame.smallSize) + 4;
  const step = STEPS.find((bins) => bins * binWidth >= text) ?? Infinity;
  return {
    key: keyOf(metric.metric, score.arm, score.segment),
    ...{y: context.y, width, plot, curves},
    heading: fitText(titleOf(item, view), width, {...frame, size: frame.labelSize, weight: 'bold'}),
    title: fitText(axisTitle(metric, false, view), width, {...frame, size: frame.smallSize}),
    bins: score.bins.map((d, index) => ({
      key: String(d.bin),
      x: plot.left + binWidth * (index + 0.5),
      width: binWidth,
      ...placeInterval(reachOfBin(d), plot.axis),
      ink: INK[d.verdict],
      isOpen: d.verdict === 'no-clear-difference' || d.verdict === 'inconclusive',
      text: index % step ? '' : String(d.bin),
      withheld: d.isWithheld ? view.locale.words.withheld : '',
      datum: datumOfBin(d, {...item, row, column: index}, {metrics, reading: view}),
    })),
  };
}

/** Of narrow bins only every fifth, tenth … is named. */
const STEPS = [1, 5, 10, 20, 50, 100];
