import type {Datum, DatumLine} from '../../scene/scene.js';
import {keyOf} from '../../validation/key-of.js';
import {axisFormat, axisName, moneyEach, quadrantName} from './formats.js';
import type {CellMetrics, Figures, MoveMetrics, QuadrantMetrics, QuadrantsMetrics, SegmentMetrics} from './metrics.js';
import type {QuadrantLayout} from './quadrant-places.js';
import {PROFILE} from './schema.js';
import type {MatrixReading} from './view.js';

/** Place in the grid of arrow keys. */
export type KeyPlace = Pick<Datum, 'row' | 'column'>;

/** The lines of a tooltip for any group: what is defined of it. */
function linesOf(d: Figures, {words, locale}: MatrixReading): DatumLine[] {
  if (d.isWithheld) return [{name: words.measure.customers, value: locale.words.withheldInWords}];
  const line = (name: string, value: number | null, format: (value: number) => string): DatumLine[] =>
    value === null ? [] : [{name, value: format(value)}];
  return [
    ...line(words.measure.customers, d.customers, locale.count),
    ...line(words.customerShare, d.customerShare, locale.percent),
    ...line(words.measure.value, d.value, locale.money),
    ...line(words.valueShare, d.valueShare, locale.percent),
    ...line(words.measure.index, d.index, locale.count),
    ...line(words.measure['value-per-customer'], d.valuePerCustomer, (each) => moneyEach(locale, each)),
    ...line(words.previous, d.previous, locale.count),
    ...line(words.changeRate, d.changeRate, locale.percentChange),
  ];
}

/** A group in one sentence. */
function sentenceOf(name: string, d: Figures, {words, locale}: MatrixReading): string {
  if (d.customers === null) return words.labelled(name, locale.words.withheldInWords);
  if (d.customerShare === null || d.valueShare === null || d.index === null)
    return words.groupSentence(name, locale.count(d.customers));
  return words.shareSentence({
    name,
    customers: locale.percent(d.customerShare),
    value: locale.percent(d.valueShare),
    index: locale.count(d.index),
  });
}

const figuresIn = ({customers, value, customerShare, valueShare, index}: Figures) => ({
  customers,
  value,
  customerShare,
  valueShare,
  index,
});

/** The name of a cell, or of a sum. */
export function cellName({row, column}: Pick<CellMetrics, 'row' | 'column'>, {words}: MatrixReading): string {
  return row !== null && column !== null ? words.cross(row, column) : (row ?? column ?? words.total);
}

export function datumOfCell(cell: CellMetrics, place: KeyPlace, reading: MatrixReading): Datum {
  const title = cellName(cell, reading);
  const {row, column} = cell;
  return {
    id: keyOf(row, column),
    title,
    label: sentenceOf(title, cell, reading),
    // The sentence is for who listens; the lines are worded when the cell is pointed at.
    get lines() {
      return linesOf(cell, reading);
    },
    ...place,
    detail: {rowName: row, columnName: column, ...figuresIn(cell)},
  };
}

/** What a segment says; `rest` stands for all withheld ones. */
export function datumOfSegment(segment: SegmentMetrics, place: KeyPlace, reading: MatrixReading): Datum {
  const {words} = reading;
  const {segment: title, profile} = segment;
  return {
    id: title,
    title,
    label: sentenceOf(title, segment, reading),
    lines: [
      ...linesOf(segment, reading),
      ...PROFILE.flatMap((field) => (profile[field] ? [{name: words.profile[field], value: profile[field]}] : [])),
    ],
    ...place,
    detail: {segment: title, ...figuresIn(segment)},
  };
}

export function datumOfRest(rest: Figures, place: KeyPlace, reading: MatrixReading): Datum {
  const title = reading.words.rest;
  const [label, lines] = [sentenceOf(title, rest, reading), linesOf(rest, reading)];
  return {id: keyOf(null), title, label, lines, ...place, detail: figuresIn(rest)};
}

/** A bubble: the segment with its place on the axes. */
export function datumOfBubble(
  segment: SegmentMetrics,
  {metrics, ...place}: KeyPlace & {readonly metrics: QuadrantsMetrics},
  reading: MatrixReading,
): Datum {
  const datum = datumOfSegment(segment, place, reading);
  const {x, y, quadrant} = segment;
  const line = (axis: 'x' | 'y', value: number | null): DatumLine[] =>
    value === null
      ? []
      : [{name: axisName(axis, metrics[axis], reading), value: axisFormat(metrics[axis], reading)(value)}];
  return {
    ...datum,
    lines: [...line('x', x), ...line('y', y), ...datum.lines],
    detail: {...datum.detail, x, y, quadrant},
  };
}

/** A quadrant with its members: what a page needs to start a campaign for them. */
export function datumOfQuadrant(
  quadrant: QuadrantMetrics,
  {metrics, ...place}: KeyPlace & {readonly metrics: QuadrantsMetrics},
  reading: MatrixReading,
): Datum {
  const {words, locale} = reading;
  const title = quadrantName(quadrant.quadrant, metrics, reading);
  const {customers, isWithheld} = quadrant;
  const count = locale.count(customers ?? 0);
  const members = locale.count(quadrant.members.length);
  return {
    id: keyOf('quadrant', quadrant.quadrant),
    title,
    label: isWithheld
      ? words.labelled(title, locale.words.withheldInWords)
      : metrics.isIndividual
        ? words.groupSentence(title, count)
        : words.inQuadrant(title, members, count),
    lines: [
      ...(isWithheld || metrics.isIndividual ? [] : [{name: words.segments, value: members}]),
      ...linesOf(quadrant, reading),
    ],
    ...place,
    detail: {
      quadrant: quadrant.quadrant,
      ...figuresIn(quadrant),
      thresholdX: metrics.x.threshold,
      thresholdY: metrics.y.threshold,
      members: quadrant.members,
    },
  };
}

/** Where the thresholds are, and who and what is where: what a screen reader hears at each move. */
export function sentenceOfThresholds(
  {metrics, x, y}: Pick<QuadrantLayout, 'metrics' | 'x' | 'y'>,
  reading: MatrixReading,
): string {
  const {words, locale} = reading;
  const withShare = (text: string, share: number | null) =>
    share === null ? text : words.withRate(text, locale.percent(share));
  return locale.list([
    ...[x, y].map(({name, format, threshold}) => words.labelled(name, format(threshold))),
    ...metrics.quadrants.flatMap(({quadrant, customers, customerShare, value, valueShare}) => [
      words.labelled(
        quadrantName(quadrant, metrics, reading),
        customers === null ? locale.words.withheldInWords : withShare(locale.count(customers), customerShare),
      ),
      ...(value === null ? [] : [words.labelled(words.measure.value, withShare(locale.money(value), valueShare))]),
    ]),
  ]);
}

export function datumOfMove(move: MoveMetrics, place: KeyPlace, reading: MatrixReading): Datum {
  const {words, locale} = reading;
  const {from, to, customers, rate, isWithheld} = move;
  const unknown = isWithheld ? locale.words.withheldInWords : locale.words.none;
  const count = customers === null ? unknown : locale.count(customers);
  return {
    id: keyOf(from, to),
    ...moveNames(move, count, reading),
    lines: [
      {name: words.measure.customers, value: count},
      ...(rate
        ? [
            {
              name: from !== null && to !== null ? words.tierShare : words.customerShare,
              value: locale.percent(rate.rate),
            },
          ]
        : []),
    ],
    ...place,
    detail: {from, to, customers, rate: rate?.rate ?? null},
  };
}

function moveNames({from, to}: MoveMetrics, count: string, {words}: MatrixReading): Pick<Datum, 'title' | 'label'> {
  if (from !== null && from === to) return {title: from, label: words.stayedSentence(from, count)};
  if (from !== null && to !== null) return {title: words.arrow(from, to), label: words.moveSentence(from, to, count)};
  const title = from ?? to ?? words.total;
  return {title, label: words.groupSentence(title, count)};
}
