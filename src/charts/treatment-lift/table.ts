import type {Cell, DataTable} from '../../table/data-table.js';
import type {Difference} from './compare.js';
import type {Comparison} from './comparison.js';
import {areasOf, CURVES, RANDOM} from './courses.js';
import type {TreatmentLiftMetrics} from './metrics.js';
import {type Field, makers, type Owned, tableOf} from './table-fields.js';
import {beliefFields, type ComparisonRow, incrementFields, limitFields} from './table-totals.js';
import {isUnstable, metricName, verdictText} from './values.js';
import type {LiftReading} from './view.js';

/** Every number of the test by view; columns in which nothing is given are left out. */
export function tabulateTreatmentLift(metrics: TreatmentLiftMetrics, reading: LiftReading): DataTable {
  switch (reading.options.view) {
    case 'intervals':
      return tableOf(comparisonRows(metrics), comparisonFields(metrics, reading), reading);
    case 'arms':
      return armTable(metrics, reading);
    case 'time':
      return timeTable(metrics, reading);
    case 'bins':
      return binTable(metrics, reading);
  }
}

const comparisonRows = ({metrics}: TreatmentLiftMetrics): ComparisonRow[] =>
  metrics.flatMap((metric) => [
    ...metric.comparisons.map((d) => ({metric, arm: d.arm, segment: d.segment, isStrata: false, d})),
    ...metric.strata.map((d) => ({metric, arm: d.arm, segment: null, isStrata: true, d})),
  ]);

function nameFields<Row extends Owned>({metrics}: TreatmentLiftMetrics, reading: LiftReading): Field<Row>[] {
  const {words} = reading;
  const {text} = makers<Row>(reading);
  const hasSegments = metrics.some(({arms}) => arms.some(({segment}) => segment !== null));
  return [
    text(words.metric, ({metric}) => metricName(metric, reading)),
    text(words.arm, ({arm}) => arm),
    ...(hasSegments ? [text(words.segment, ({segment}) => segment ?? words.allCustomers)] : []),
  ];
}

function comparisonFields(metrics: TreatmentLiftMetrics, reading: LiftReading): Field<ComparisonRow>[] {
  const {words} = reading;
  const {text, number, formats} = makers<ComparisonRow>(reading);
  const isRandomised = metrics.isRandomised === true;
  const names = nameFields<ComparisonRow>(metrics, reading).map((field) =>
    field.label === words.segment
      ? text(words.segment, ({segment, isStrata}) => (isStrata ? words.allSegments : (segment ?? words.allCustomers)))
      : field,
  );
  return [
    ...names,
    number(words.customers, ({d}) => d.n, formats.count),
    number(words.conversions, ({d}) => d.count, formats.count),
    number(words.level, ({d}) => d.value, formats.level),
    number(words.joined([words.control, words.customers]), ({d}) => d.controlN, formats.count),
    number(words.joined([words.control, words.conversions]), ({d}) => d.controlCount, formats.count),
    number(words.joined([words.control, words.level]), ({d}) => d.controlValue, formats.level),
    ...effects(reading),
    text(words.verdictColumn, ({d}) => verdictText({noInterval: null, ...d}, isRandomised, reading)),
    number(words.p, ({d}) => d.pValue, formats.p),
    number(words.pHolm, ({d}) => d.holm, formats.p),
    number(words.pBenjaminiHochberg, ({d}) => d.benjaminiHochberg, formats.p),
    ...marginFields(reading),
    ...incrementFields(metrics, reading),
    ...beliefFields(reading),
    ...reportedFields<ComparisonRow>(words.reported, reading),
  ];
}

/** The back-end's own result. */
function reportedFields<Row extends Owned & {readonly d: Partial<Pick<Comparison, 'reported'>>}>(
  label: string,
  reading: LiftReading,
): Field<Row>[] {
  const {number, interval, formats} = makers<Row>(reading);
  return [
    ...interval(label, [({d}) => d.reported?.lift, ({d}) => d.reported?.low, ({d}) => d.reported?.high], formats.lift),
    number(reading.words.joined([label, reading.words.p]), ({d}) => d.reported?.pValue, formats.p),
  ];
}

interface EffectRow extends Owned {
  readonly d: Partial<Difference>;
}

/** Difference and lift with their limits. */
function effects<Row extends EffectRow>(reading: LiftReading): Field<Row>[] {
  const {words} = reading;
  const {interval, formats} = makers<Row>(reading);
  const [lift, ...limits] = interval(
    words.lift,
    [({d}) => d.lift, ({d}) => d.liftLow, ({d}) => d.liftHigh],
    formats.lift,
  );
  return [
    ...interval(words.difference, [({d}) => d.diff, ({d}) => d.diffLow, ({d}) => d.diffHigh], formats.change),
    {...lift!, cell: (row) => markedIf(isUnstable(row.d), lift!.cell(row), reading)},
    ...limits,
  ];
}

const markedIf = (isMarked: boolean, cell: Cell, {words}: LiftReading): Cell =>
  isMarked ? {...cell, text: words.joined([cell.text, words.unstable])} : cell;

function marginFields(reading: LiftReading): Field<ComparisonRow>[] {
  const {words} = reading;
  const {text, number, formats} = makers<ComparisonRow>(reading);
  const answer = (is: boolean | null | undefined) =>
    is === null || is === undefined ? null : is ? words.yes : words.no;
  return [
    number(words.margin, ({metric}) => metric.margin, formats.change),
    text(words.sameByTost, ({d}) => answer(d.sameByTost)),
    text(words.notWorse, ({d}) => answer(d.notWorse)),
    number(words.minimumDetectable, ({d}) => d.minimumDetectable, formats.change),
  ];
}

function armTable(metrics: TreatmentLiftMetrics, reading: LiftReading): DataTable {
  const {words} = reading;
  const rows = metrics.metrics.flatMap((metric) =>
    metric.arms.map((d) => ({metric, arm: d.arm, segment: d.segment, d})),
  );
  const {number, interval, formats} = makers<(typeof rows)[number]>(reading);
  return tableOf(
    rows,
    [
      ...nameFields<(typeof rows)[number]>(metrics, reading),
      number(words.customers, ({d}) => d.n, formats.count),
      number(words.conversions, ({d}) => d.count, formats.count),
      ...interval(words.level, [({d}) => d.value, ({d}) => d.low, ({d}) => d.high], formats.level),
      ...limitFields<(typeof rows)[number]>(words.credible, ({d}) => [d.credible?.low, d.credible?.high], {
        format: formats.level,
        reading,
      }),
      ...reportedFields<(typeof rows)[number]>(words.joined([words.lift, words.reported]), reading),
    ],
    reading,
  );
}

function timeTable(metrics: TreatmentLiftMetrics, reading: LiftReading): DataTable {
  const {words, locale} = reading;
  const rows = metrics.metrics.flatMap((metric) =>
    metric.courses.flatMap(({arm, segment, points}) => points.map((d) => ({metric, arm, segment, d}))),
  );
  const {text, number, formats} = makers<(typeof rows)[number]>(reading);
  return tableOf(
    rows,
    [
      ...nameFields<(typeof rows)[number]>(metrics, reading),
      text(words.date, ({d}) => locale.day(d.date)),
      number(words.customers, ({d}) => d.n, formats.count),
      number(words.joined([words.control, words.customers]), ({d}) => d.controlN, formats.count),
      ...effects<(typeof rows)[number]>(reading),
      ...limitFields<(typeof rows)[number]>(
        words.joined([words.oneLook, words.difference]),
        ({d: {oneLook}}) => [oneLook?.diffLow, oneLook?.diffHigh],
        {format: formats.change, reading},
      ),
      ...limitFields<(typeof rows)[number]>(
        words.joined([words.oneLook, words.lift]),
        ({d: {oneLook}}) => [oneLook?.liftLow, oneLook?.liftHigh],
        {format: formats.lift, reading},
      ),
      ...reportedFields<(typeof rows)[number]>(words.reported, reading),
    ],
    reading,
  );
}

function binTable(metrics: TreatmentLiftMetrics, reading: LiftReading): DataTable {
  const {words} = reading;
  const rows = metrics.metrics.flatMap((metric) =>
    metric.bins.flatMap((score) =>
      score.bins.map((d, index) => ({
        ...{metric, arm: score.arm, segment: score.segment, isStrata: false, d, point: score.curve?.points[index + 1]},
        // An area is that of the whole curve: it stands where the curve ends.
        areas: index === score.bins.length - 1 ? areasOf(score) : null,
      })),
    ),
  );
  const {text, number, formats} = makers<(typeof rows)[number]>(reading);
  const numbers = comparisonFields(metrics, reading);
  const names = nameFields<(typeof rows)[number]>(metrics, reading);
  return tableOf(
    rows,
    [
      ...names,
      text(words.bin, ({d}) => words.binOf(String(d.bin))),
      ...numbers.slice(names.length),
      number(
        words.shareAxis,
        ({point}) => point?.customers,
        () => reading.locale.percent,
      ),
      ...CURVES.flatMap((kind) => [
        number(words[kind], ({point}) => point?.[kind], formats.number),
        number(words.joined([words[kind], words.random]), ({point}) => point?.[RANDOM[kind]], formats.number),
        number(words.area[kind], ({areas}) => areas?.[kind], formats.number),
      ]),
    ],
    reading,
  );
}
