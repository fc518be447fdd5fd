import type {Estimate, Increments} from '../../statistics/increments.js';
import type {Comparison, IncrementMetrics} from './comparison.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {type Field, makers, type Owned} from './table-fields.js';
import {probabilityText, totalNames} from './values.js';
import type {LiftReading} from './view.js';

export interface ComparisonRow extends Owned {
  readonly isStrata: boolean;
  readonly d: Partial<Comparison> & Pick<Comparison, 'verdict' | 'diff'>;
}

const PERIODS = ['week', 'month', 'quarter', 'year', 'test'] as const;

/** What a row's difference makes in a period; of the whole test where the data name no period. */
const madeIn = (made: IncrementMetrics | null | undefined, period: (typeof PERIODS)[number]): Increments | null => {
  if (!made) return null;
  return (made.per ?? 'test') === period ? made.perPeriod : period === 'quarter' ? made.perQuarter : null;
};

/** By period; what is spent and gained by it only of groups that chance has made, and money is its own value. */
export function incrementFields({isRandomised}: TreatmentLiftMetrics, reading: LiftReading): Field<ComparisonRow>[] {
  const {words} = reading;
  const {interval, formats} = makers<ComparisonRow>(reading);
  const fieldsOf = (
    label: string,
    of: (row: ComparisonRow) => Estimate | null | undefined,
    format: (typeof formats)['money'],
  ) => interval(label, [(row) => of(row)?.value, (row) => of(row)?.low, (row) => of(row)?.high], format);
  const ofCounts = <Value>({metric}: ComparisonRow, value: Value): Value | null => (metric.isMoney ? null : value);
  const names = totalNames(isRandomised, words);
  const totals = PERIODS.flatMap((period) => {
    const named = words.per[period];
    const made = ({d}: ComparisonRow) => madeIn(d.increments, period);
    return [
      ...fieldsOf(named(names.incremental), (row) => ofCounts(row, made(row)?.incremental), formats.number),
      ...fieldsOf(named(names.incrementalValue), (row) => made(row)?.incrementalValue, formats.money),
      ...(isRandomised ? fieldsOf(named(words.profit), (row) => made(row)?.profit, formats.money) : []),
    ];
  });
  if (!isRandomised) return totals;
  return [
    ...totals,
    ...fieldsOf(words.iroas, ({d}) => d.increments?.perPeriod.iroas, formats.number),
    ...fieldsOf(
      words.costPerIncremental,
      (row) => ofCounts(row, row.d.increments?.perPeriod.costPerIncremental),
      formats.cost,
    ),
  ];
}

/** Low and high of what has no estimate of its own. */
export const limitFields = <Row extends Owned>(
  label: string,
  of: (row: Row) => readonly (number | null | undefined)[],
  {
    format,
    reading,
  }: {readonly format: (metric: LiftMetric) => (value: number) => string; readonly reading: LiftReading},
): Field<Row>[] => {
  const {number} = makers<Row>(reading);
  const {low, high} = reading.words;
  return [low, high].map((side, index) => number(side(label), (row) => of(row)[index], format));
};

export function beliefFields(reading: LiftReading): Field<ComparisonRow>[] {
  const {words, locale} = reading;
  const {number, formats} = makers<ComparisonRow>(reading);
  const loss = (metric: LiftMetric) => (value: number) => {
    const format = formats.level(metric);
    return value > 0 && value < LEAST_LOSS ? `< ${format(LEAST_LOSS)}` : format(value);
  };
  const credible = (of: 'treatment' | 'control') =>
    limitFields<ComparisonRow>(
      words.joined([words.credible, words[of]]),
      ({d: {bayesian}}) => (bayesian && 'treatment' in bayesian ? [bayesian[of].low, bayesian[of].high] : []),
      {format: formats.level, reading},
    );
  return [
    number(
      words.probability,
      ({d}) => d.bayesian?.probability,
      () => (p) => probabilityText(p, locale),
    ),
    ...credible('treatment'),
    ...credible('control'),
    ...limitFields<ComparisonRow>(
      words.joined([words.credible, words.difference]),
      ({d: {bayesian}}) => [bayesian?.low, bayesian?.high],
      {format: formats.change, reading},
    ),
    number(words.lossOfTreatment, ({d}) => d.bayesian?.lossOfTreatment, loss),
    number(words.lossOfControl, ({d}) => d.bayesian?.lossOfControl, loss),
  ];
}

/** Smaller losses are said to be smaller. */
const LEAST_LOSS = 1e-6;
