import type {Datum, DatumLine} from '../../scene/scene.js';
import {keyOf} from '../../validation/key-of.js';
import type {FlowRate} from './flows.js';
import type {MoveCell} from './layout-moves.js';
import type {RungMetrics} from './metrics.js';
import type {LadderReading} from './view.js';

interface DatumPlace {
  readonly series: string | null;
  readonly row: number;
  readonly column: number;
}

/** The rung's own id, or one for rung and series that no other pair can have. */
const idOf = (series: string | null, rung: string): string => (series === null ? rung : keyOf(series, rung));

/** What a rung says when it is pointed at, focused or selected. */
export function datumOfRung(
  rung: RungMetrics & {readonly name: string},
  {series, row, column}: DatumPlace,
  reading: LadderReading,
): Datum {
  const sentence = rungSentence(rung, reading);
  return {
    id: idOf(series, rung.rung),
    title: rung.name,
    label: series === null ? sentence : reading.words.inSeries(series, sentence),
    lines: linesOf(rung, reading),
    row,
    column,
    detail: {
      series,
      rung: rung.rung,
      count: rung.count,
      share: rung.share,
      previous: rung.previous,
      target: rung.target,
    },
  };
}

function countInWords(
  count: number | null,
  isWithheld: boolean,
  {words, locale}: Pick<LadderReading, 'words' | 'locale'>,
): string {
  if (count !== null) return locale.count(count);
  return isWithheld ? locale.words.withheldInWords : words.notMeasured;
}

const ownSentence = (
  name: string,
  count: number | null,
  {isWithheld, ...reading}: Pick<LadderReading, 'words' | 'locale'> & {readonly isWithheld: boolean},
): string =>
  count === null
    ? reading.words.labelled(name, countInWords(count, isWithheld, reading))
    : reading.words.rungSentence(name, reading.locale.count(count));

function rungSentence(
  {name, count, climb, slip, isWithheld}: RungMetrics & {readonly name: string},
  {words, locale}: LadderReading,
): string {
  const own = ownSentence(name, count, {isWithheld, words, locale});
  if (!climb && !slip) return own;
  const countOf = (flow: FlowRate | null) => (flow ? locale.count(flow.count) : locale.words.none);
  return words.sentences([own, words.flowSentence(countOf(climb), countOf(slip))]);
}

/** The few numbers that belong to a glance, and what the outline and the tick stand for; all numbers are in the table. */
function linesOf(
  {count, share, previous, target, climb, slip}: RungMetrics,
  {words, locale}: LadderReading,
): DatumLine[] {
  const counted = (value: number | null) => (value === null ? null : locale.count(value));
  const flow = (rate: FlowRate | null) => rate && words.flow(locale.percent(rate.rate), locale.count(rate.count));
  return Object.entries({
    [words.customers]: counted(count),
    [words.share]: share === null ? null : locale.percent(share),
    [words.previous]: counted(previous),
    [words.target]: counted(target),
    [words.climbed]: flow(climb),
    [words.slipped]: flow(slip),
  }).flatMap(([name, value]) => (value === null ? [] : [{name, value}]));
}

/** What a step of the funnel says. */
export function datumOfStep(
  step: RungMetrics & {readonly name: string},
  {series, row, column}: DatumPlace,
  reading: LadderReading,
): Datum {
  const {words, locale} = reading;
  const reached = countInWords(step.reached, step.isWithheld, reading);
  const sentence = step.fromFirst
    ? words.reachedSentence(step.name, reached, locale.percent(step.fromFirst.rate))
    : ownSentence(step.name, step.reached, {...reading, isWithheld: step.isWithheld});
  const rate = step.step && locale.percent(step.step.rate);
  return {
    id: idOf(series, step.rung),
    title: step.name,
    label: series === null ? sentence : words.inSeries(series, sentence),
    lines: [
      {name: words.reached, value: reached},
      ...(rate ? [{name: words.step, value: rate}] : []),
      ...(step.fromFirst ? [{name: words.shareOfFirst, value: locale.percent(step.fromFirst.rate)}] : []),
    ],
    row,
    column,
    detail: {series, rung: step.rung, reached: step.reached, stepRate: step.step?.rate ?? null},
  };
}

/** What a cell of the movement matrix says. */
export function datumOfMove(cell: MoveCell, {series, row, column}: DatumPlace, {words, locale}: LadderReading): Datum {
  const count = cell.count === null ? locale.words.withheldInWords : locale.count(cell.count);
  const sentence =
    cell.direction === 'stay'
      ? words.stayedSentence(cell.fromName, count)
      : words.moveSentence(cell.fromName, cell.toName, count);
  return {
    id: keyOf(series, cell.from, cell.to),
    title: cell.direction === 'stay' ? cell.fromName : words.arrow(cell.fromName, cell.toName),
    label: series === null ? sentence : words.inSeries(series, sentence),
    lines: [
      {name: words.customers, value: count},
      ...(cell.rate === null ? [] : [{name: words.rate, value: locale.percent(cell.rate)}]),
    ],
    row,
    column,
    detail: {series, from: cell.from, to: cell.to, count: cell.count, rate: cell.rate},
  };
}
