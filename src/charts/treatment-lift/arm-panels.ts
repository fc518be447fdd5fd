import {keyOf} from '../../validation/key-of.js';
import {moneyTicks, type TickFormat} from './axis-words.js';
import type {ArmLevel} from './comparison.js';
import type {Item} from './datum.js';
import {datumOfArm} from './datum-arm.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import type {RowItem, RowPanel} from './panels.js';
import {credibleSecond} from './reported.js';
import {levelFormat, levelText, metricName, rangeText, type Unit, unitOf} from './values.js';
import type {LiftReading} from './view.js';

/** The level of every arm, metric by metric on its own scale, control first; none where only the back-end measures. */
export const armPanels = ({metrics}: TreatmentLiftMetrics, reading: LiftReading): RowPanel[] =>
  metrics.flatMap((metric) => (metric.measure ? panelOf(metric, reading) : []));

function panelOf(metric: LiftMetric, reading: LiftReading): RowPanel {
  const format = levelFormat(unitOf(metric), reading.locale);
  const segments = [...new Set(metric.arms.map(({segment}) => segment))];
  const level = levelText(metric.level, reading.locale);
  return {
    key: keyOf(metric.metric),
    heading: metricName(metric, reading),
    title: reading.words.levelAxis(level),
    hasZero: false,
    tick: levelTicks(unitOf(metric), reading),
    groups: segments.map((segment) => ({
      heading: segments.length > 1 ? (segment ?? reading.words.allCustomers) : null,
      items: metric.arms
        .filter((arm) => arm.segment === segment)
        .map((arm) => armItem(arm, {metric, name: arm.arm, arm: arm.arm, segment}, {format, reading})),
    })),
  };
}

function levelTicks(unit: Unit, {locale}: LiftReading): TickFormat {
  const {fine} = locale;
  if (unit === 'money') return moneyTicks(fine.money, locale, {});
  return unit === 'rate' ? (value) => `${fine.number(value * 100)}%` : fine.number;
}

interface ArmContext {
  readonly format: (value: number) => string;
  readonly reading: LiftReading;
}

function armItem(d: ArmLevel, item: Item, {format, reading}: ArmContext): RowItem {
  const {words, locale} = reading;
  const n = d.n === null ? '' : locale.count(d.n);
  return {
    key: keyOf(d.arm, d.segment),
    name: d.arm,
    detail: () =>
      d.n === null ? '' : d.count === null ? words.customersOf(n) : words.ofCustomers(locale.count(d.count), n),
    counts: () => null,
    estimate: d.value,
    low: d.low,
    high: d.high,
    figure: d.value === null ? (d.isWithheld ? locale.words.withheldInWords : locale.words.none) : format(d.value),
    range: () => (d.low === null ? '' : rangeText([d.low, d.high], format, reading)),
    word: d.isControl ? words.control : '',
    ink: d.isControl ? 'context' : 'accent',
    isOpen: false,
    isStrata: false,
    margin: null,
    second: d.credible && credibleSecond(d.credible),
    datum: (row) => datumOfArm(d, {...item, row, column: 0}, {format, reading}),
  };
}
