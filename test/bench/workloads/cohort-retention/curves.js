/** The curves that everybody draws. */
import {wilson} from '../../../../src/statistics/proportion.ts';
import {gridOf, MEAN, percents} from './drawing.js';
import {MUTED} from '../../contenders/inks.js';

/** Of the lines of cohorts, from the oldest quarter to the newest. */
export const SHADES = [0.3, 0.45, 0.6, 0.8];
export const contextInk = (shade) => `rgba(135, 146, 162, ${SHADES[shade]})`;

/** Edges of the plot of curves. */
export const PLOT = {left: 39, right: 680, top: 12, bottom: 332};
const LEVELS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const Z_LEVEL = 0.95;

const wholePercents = new Intl.NumberFormat('en', {style: 'percent', maximumFractionDigits: 0});

/** A line a cohort, and the mean with its interval. */
export function curvesOf(json) {
  const {names, ages, rates, sums} = gridOf(json);
  const lines = names.map((name, cohort) => {
    const own = rates.subarray(cohort * ages, (cohort + 1) * ages);
    const end = own.findIndex(Number.isNaN);
    const shade = Math.min(SHADES.length - 1, Math.floor((cohort / Math.max(1, names.length - 1)) * SHADES.length));
    return {name, shade, rates: end < 0 ? own : own.subarray(0, end)};
  });
  const mean = sums.map(({n, retained}) => wilson(retained, n, Z_LEVEL));
  const meanRates = sums.map(({n, retained}) => retained / n);
  const drawn = {
    ...{ages, lines, meanName: MEAN, mean: meanRates},
    ...{lows: mean.map(({low}) => low), highs: mean.map(({high}) => high)},
  };
  return {...drawn, texts: curveTexts(drawn)};
}

export const xOf = ({ages}, age) => PLOT.left + (age / (ages - 1)) * (PLOT.right - PLOT.left);
export const yOf = (rate) => PLOT.bottom - rate * (PLOT.bottom - PLOT.top);
export const levels = LEVELS.map((rate) => ({rate, y: yOf(rate)}));

function curveTexts(drawn) {
  const last = drawn.mean.at(-1);
  const step = [1, 5, 10, 20, 50].find((every) => drawn.ages / every <= 14);
  const ticks = Array.from({length: Math.ceil(drawn.ages / step)}, (_, index) => index * step);
  return [
    ...levels.map(({rate, y}) => ({
      ...{text: wholePercents.format(rate), x: PLOT.left - 8, y, align: 'right', ink: MUTED},
    })),
    ...ticks.map((age) => ({
      ...{text: String(age), x: xOf(drawn, age), y: PLOT.bottom + 13, align: 'center', ink: MUTED},
    })),
    {text: 'Weeks since start', x: PLOT.right, y: PLOT.bottom + 31, align: 'right', ink: MUTED},
    {text: `${MEAN} ${percents.format(last)}`, x: PLOT.right + 8, y: yOf(last), weight: 600, size: 13},
  ];
}
