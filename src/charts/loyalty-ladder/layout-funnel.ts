import {fitText, widestText} from '../../guides/fit-text.js';
import {type PanelPlace, placePanels} from '../../guides/panels.js';
import type {Proportion} from '../../statistics/proportion.js';
import {largestLoss} from './headline.js';
import type {LoyaltyLadderMetrics, RungMetrics, SeriesMetrics} from './metrics.js';
import {rungName} from './names.js';
import type {LadderView} from './view.js';

/** A step of the funnel with its place: first step at the top. */
export interface StepPlace extends RungMetrics {
  readonly name: string;
  readonly shownName: string;
  readonly y: number;
  readonly bar: number | null;
  readonly countText: string;
  readonly ofFirst: string;
  /** The gap above the bar; null for the first step. */
  readonly gap: GapPlace | null;
}

/** What happens between two steps. */
export interface GapPlace {
  readonly y: number;
  readonly height: number;
  /** Lengths of the bars above and below, for the slope between them. */
  readonly above: number;
  readonly below: number;
  readonly wentOn: string;
  /** As much as fits; empty where nothing does. */
  readonly lost: string;
  readonly lostX: number;
  readonly isLargestLoss: boolean;
}

export interface FunnelPanel {
  readonly series: string | null;
  readonly shownSeries: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly barHeight: number;
  readonly plotX: number;
  readonly steps: readonly StepPlace[];
}

export interface FunnelLayout {
  readonly kind: 'funnel';
  readonly width: number;
  readonly height: number;
  readonly panels: readonly FunnelPanel[];
}

const LEAST_PANEL = 300;

/** Bars whose widths are counts on one scale, and the steps between them. */
export function layoutFunnel(metrics: LoyaltyLadderMetrics, view: LadderView): FunnelLayout {
  const {width, unit} = view.frame;
  const {series} = metrics;
  const {barHeight, gapHeight} = rhythmOf(view.frame);
  const steps = series[0]!.rungs.length;
  const top = series.some((d) => d.series !== null) ? unit * 3 : 2;
  const height = top + steps * (barHeight + gapHeight) - gapHeight + 2;
  const panels = placePanels(series.length, width, {least: LEAST_PANEL, height, gap: unit * 4});
  const shared = {top, ...sharedScale(metrics, view)};
  return {
    kind: 'funnel',
    width,
    height: panels.height,
    panels: series.map((one, index) => layoutPanel(one, {...panels.places[index]!, ...shared}, view)),
  };
}

const rhythmOf = ({unit, labelSize, smallSize}: LadderView['frame']) => ({
  barHeight: Math.max(unit * 3, labelSize * 1.5),
  gapHeight: Math.max(unit * 4, smallSize * 2),
});

/** What all panels share, so that their bars may be compared. */
interface SharedScale {
  readonly most: number;
  /** Room for the figures beside the bars of any panel, in pixels. */
  readonly beside: number;
}
interface PanelContext extends SharedScale, PanelPlace {
  readonly top: number;
}

function sharedScale({series}: LoyaltyLadderMetrics, view: LadderView): SharedScale {
  const {frame} = view;
  const rungs = series.flatMap((d) => d.rungs);
  const widest = (textOf: (rung: RungMetrics, view: LadderView) => string) =>
    widestText(
      rungs.map((d) => textOf(d, view)),
      frame.labelSize,
      frame,
    );
  return {
    most: Math.max(1, ...rungs.map((d) => d.reached ?? 0)),
    beside: widest(countText) + widest(shareText) + frame.unit * 3,
  };
}

const countText = ({reached}: RungMetrics, {words, locale}: LadderView): string =>
  reached === null ? words.notMeasured : locale.count(reached);

const shareText = ({fromFirst}: RungMetrics, {locale}: LadderView): string =>
  fromFirst ? locale.percent(fromFirst.rate) : '';

function layoutPanel(series: SeriesMetrics, place: PanelContext, view: LadderView): FunnelPanel {
  const {frame, words} = view;
  const size = frame.labelSize;
  const {barHeight, gapHeight} = rhythmOf(frame);
  const names = series.rungs.map((d) => rungName(d, words));
  const namesWidth = Math.min(widestText(names, size, frame), place.width * 0.34);
  const plotX = Math.ceil(namesWidth) + frame.unit;
  const longest = Math.max(1, place.width - plotX - place.beside);
  const length = (count: number | null) => (count === null ? null : (count / place.most) * longest);
  const loss = largestLoss(series.rungs);
  const steps = series.rungs.map((d, index): StepPlace => {
    const y = place.top + index * (barHeight + gapHeight);
    const before = series.rungs[index - 1];
    const bars = {above: length(before?.reached ?? null) ?? 0, below: length(d.reached) ?? 0};
    const gapPlace = {y: -gapHeight, height: gapHeight, plotX, width: place.width};
    return {
      ...d,
      name: names[index]!,
      shownName: fitText(names[index]!, namesWidth, {...frame, size}),
      y,
      bar: length(d.reached),
      countText: countText(d, view),
      ofFirst: shareText(d, view),
      gap:
        before && d.step
          ? {...gapPlace, ...bars, ...stepWords(d.step, {...gapPlace, isLargestLoss: d === loss}, view)}
          : null,
    };
  });
  return {
    series: series.series,
    shownSeries: fitText(series.series ?? '', place.width, {...frame, size, weight: 'bold'}),
    x: place.x,
    y: place.y,
    width: place.width,
    barHeight,
    plotX,
    steps,
  };
}

function stepWords(
  {rate, count, n}: Proportion,
  {isLargestLoss, plotX, width}: {readonly isLargestLoss: boolean; readonly plotX: number; readonly width: number},
  {frame, words, locale}: LadderView,
): Pick<GapPlace, 'isLargestLoss' | 'wentOn' | 'lost' | 'lostX'> {
  const size = frame.smallSize;
  const wentOn = words.wentOn(locale.percent(rate));
  const lost = words.lost(locale.count(n - count), locale.percent(1 - rate));
  const lostX = plotX + frame.unit * 3 + frame.textWidth(wentOn, size);
  const shortest = locale.percentChange(rate - 1);
  const offered = isLargestLoss ? [words.lostMost(lost), lost, shortest] : [lost, shortest];
  const weight = isLargestLoss ? 'bold' : undefined;
  const fits = offered.find((text) => lostX + frame.textWidth(text, size, weight) <= width) ?? '';
  return {isLargestLoss, wentOn, lost: fits, lostX};
}
