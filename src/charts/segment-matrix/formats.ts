import type {Locale} from '../../locale/locale.js';
import type {Axis, Figures, QuadrantMetrics, QuadrantsMetrics} from './metrics.js';
import type {Measure} from './options.js';
import type {AxisUnit, Quadrant} from './schema.js';
import type {MatrixReading} from './view.js';

/** Money of one customer: in cents too where there is little of it, for €0.32 is not €0, and finer where there is less. */
export function moneyEach(locale: Locale, value: number): string {
  const size = Math.abs(value);
  if (!size || size >= 10) return locale.money(value);
  if (size < 0.1) return locale.fine.money(value);
  return formatIn(locale, 'money', {minimumFractionDigits: 2, maximumFractionDigits: 2})(value);
}

/** A number in the words of its measure; the sign of what is withheld or not defined where there is none. */
export function figureText(measure: Measure, figures: Figures, {locale}: MatrixReading): string {
  const {words, count, money, percentChange} = locale;
  const {customers, value, valuePerCustomer, index, changeRate} = figures;
  const texts: Record<Measure, readonly [number | null, (value: number) => string]> = {
    customers: [customers, count],
    value: [value, money],
    'value-per-customer': [valuePerCustomer, (each) => moneyEach(locale, each)],
    index: [index, count],
    change: [changeRate, percentChange],
  };
  const [number, format] = texts[measure];
  if (number !== null) return format(number);
  return figures.isWithheld || (measure === 'change' && figures.isPreviousWithheld) ? words.withheld : words.none;
}

interface Unit {
  readonly unit: AxisUnit;
}

/** A number of an axis in its unit, in full. */
export const axisFormat = ({unit}: Unit, {locale}: MatrixReading): AxisFormat =>
  formatIn(locale, unit, {maximumSignificantDigits: 6, maximumFractionDigits: 2, roundingPriority: 'morePrecision'});

/** The numbers of an axis up to `reach`, with the digits that tell those `step` apart; short where that is enough. */
export function stepFormat(
  {unit}: Unit,
  [reach, step]: readonly [number, number],
  {locale}: MatrixReading,
): AxisFormat {
  const digits = Math.max(1, Math.min(17, magnitude(reach) - magnitude(step) + 1));
  const isShort = unit === 'number' && (digits < 3 || reach >= 1e6);
  return formatIn(locale, unit, {maximumSignificantDigits: digits, ...(isShort && {notation: 'compact'})});
}

/** Money in two digits, short: €2.3M. */
export const shortMoney = (locale: Locale): AxisFormat =>
  formatIn(locale, 'money', {maximumSignificantDigits: 2, notation: 'compact'});

/** The same in a digit more, as far as it has one: €2.3M, €15.7K. */
export const compactMoney = (locale: Locale): AxisFormat =>
  // Some browsers would keep the cents of money: £0.0.
  formatIn(locale, 'money', {notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1});

const formats = new WeakMap<Locale, Map<string, AxisFormat>>();

/** Made when first asked for, and kept: an axis asks anew at each step of its threshold. */
function formatIn(locale: Locale, unit: AxisUnit, digits: Intl.NumberFormatOptions): AxisFormat {
  const known = formats.get(locale) ?? new Map<string, AxisFormat>();
  formats.set(locale, known);
  const key = unit + JSON.stringify(digits);
  let format = known.get(key);
  if (!format) {
    const made = locale.formatOf(unit === 'number' ? 'decimal' : unit, digits);
    known.set(key, (format = (value) => made.format(value)));
  }
  return format;
}

export type AxisFormat = (value: number) => string;

/** The power of ten a number begins with: 3 of 1,200; what a logarithm of 0.001 lacks is rounding. */
const magnitude = (value: number): number => Math.floor(Math.log10(value) + 1e-9);

/** The name of an axis: as the data say, else by preset. */
export function axisName(axis: 'x' | 'y', {label}: Axis, {words, options}: MatrixReading): string {
  return label ?? (options.quadrantNames === 'none' ? words[axis] : words.quadrantNames[options.quadrantNames][axis]);
}

/** The name of a quadrant: as the data say, else by preset, else by its place. */
export function quadrantName(quadrant: Quadrant, metrics: QuadrantsMetrics, reading: MatrixReading): string {
  const {words, options} = reading;
  const given = metrics.quadrants.find((d: QuadrantMetrics) => d.quadrant === quadrant)?.name;
  if (given) return given;
  if (options.quadrantNames !== 'none') return words.quadrantNames[options.quadrantNames][quadrant];
  return words.quadrant[quadrant](axisName('x', metrics.x, reading), axisName('y', metrics.y, reading));
}
