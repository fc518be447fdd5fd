/** What both drawings share. Sizes in pixels are those of our own. */
import {INK} from '../../contenders/inks.js';

export const LETTERS = {size: 12, ink: INK};
export const MEAN = 'All cohorts';
export const accentInk = (opacity) => `rgba(34, 97, 178, ${opacity.toFixed(3)})`;

export const percents = new Intl.NumberFormat('en', {style: 'percent', maximumFractionDigits: 1});
const days = new Intl.DateTimeFormat('en', {timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric'});

export const isTriangle = ({view}) => view === 'triangle';

/** What a tooltip says. */
export const tipOf = (name, age, rate) => `${name} · Week ${age}: ${percents.format(rate)}`;

/** Cohort × age, as everybody has to make it of rows; NaN where a cohort has not come as far. */
export function gridOf({data: {rows}}) {
  const names = [];
  const sizes = [];
  const places = new Map();
  let ages = 0;
  for (const {cohort, size, period} of rows) {
    if (!places.has(cohort)) {
      places.set(cohort, names.length);
      names.push(days.format(Date.parse(cohort)));
      sizes.push(size);
    }
    ages = Math.max(ages, period + 1);
  }
  const rates = new Float64Array(names.length * ages).fill(NaN);
  const sums = Array.from({length: ages}, () => ({n: 0, retained: 0}));
  for (const {cohort, size, period, retained} of rows) {
    rates[places.get(cohort) * ages + period] = retained / size;
    sums[period].n += size;
    sums[period].retained += retained;
  }
  return {names, sizes, ages, rates, sums};
}
