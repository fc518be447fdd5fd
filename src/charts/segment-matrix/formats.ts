import type {Axis, Figures, QuadrantMetrics, QuadrantsMetrics} from './metrics.js';
import type {Measure} from './options.js';
import type {AxisUnit, Quadrant} from './schema.js';
import type {MatrixReading} from './view.js';

/** A number in the words of its measure; the sign of what is withheld or not defined where there is none. */
export function figureText(measure: Measure, figures: Figures, {locale}: MatrixReading): string {
  const {words, count, money, percentChange} = locale;
  const {customers, value, valuePerCustomer, index, changeRate} = figures;
  const texts: Record<Measure, readonly [number | null, (value: number) => string]> = {
    customers: [customers, count],
    value: [value, money],
    'value-per-customer': [valuePerCustomer, money],
    index: [index, count],
    change: [changeRate, percentChange],
  };
  const [number, format] = texts[measure];
  if (number !== null) return format(number);
  return figures.isWithheld || (measure === 'change' && figures.isPreviousWithheld) ? words.withheld : words.none;
}

/** A number of an axis, in its unit. */
export const axisFormat = ({unit}: {readonly unit: AxisUnit}, {locale}: MatrixReading): ((value: number) => string) =>
  ({number: locale.compact, percent: locale.wholePercent, money: locale.money})[unit];

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
