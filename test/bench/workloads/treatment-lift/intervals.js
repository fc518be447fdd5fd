/** The drawing of a forest of intervals that everybody makes: what stands where, in which letters and inks. */
import {moverR} from '../../../../src/statistics/proportion-difference.ts';
import {GAIN, OPEN, percentChange, scaleOf} from './drawing.js';
import {MUTED} from '../../contenders/inks.js';

/** Top of the first row; right edge of the figures; left edge of the words. */
const TOP = 45;
const FIGURES = 666;
const WORDS = 682;
const DENSE = {pitch: 21, left: 94, plotWidth: 460, middle: 10.5};
const WIDE = {pitch: 59, left: 171, plotWidth: 383, middle: 29.5};
const MANY = 36;

const counts = new Intl.NumberFormat('en');
const rates = new Intl.NumberFormat('en', {style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1});
const points = new Intl.NumberFormat('en', {signDisplay: 'exceptZero', maximumSignificantDigits: 2});

/** Rows of two arms each: rows of one interval, each with the texts beside it. `y` is a row's middle in pixels. */
export function forestOf({rows}) {
  const intervals = [];
  for (let index = 0; index < rows.length; index += 2) intervals.push(intervalOf(rows[index], rows[index + 1]));
  const columns = intervals.length > MANY ? DENSE : WIDE;
  const {pitch, left, plotWidth, middle} = columns;
  const bottom = TOP + pitch * intervals.length;
  const scale = scaleOf(
    intervals.flatMap(({low, high}) => [low, high]),
    {from: left, to: left + plotWidth, room: 72},
  );
  return {
    ...{top: 20, bottom, left, right: left + plotWidth, scale},
    intervals: intervals.map((interval, index) => ({...interval, y: TOP + pitch * index + middle})),
    texts: [
      {text: 'Lift against No e-mail, 95% intervals', x: left, y: 6, size: 12, ink: MUTED},
      {text: 'Visit', x: 0, y: 34.5, weight: 600},
      ...intervals.flatMap((interval, index) => textsOf(interval, TOP + pitch * index + middle, columns)),
      ...scale.ticks.map(({at, text}) => ({text, x: at, y: bottom + 10, size: 12, align: 'center', ink: MUTED})),
    ],
  };
}

function intervalOf(control, treatment) {
  const sides = [treatment, control].map(({conversions, n}) => ({count: conversions, n}));
  const {lift, liftLow, liftHigh} = moverR(...sides);
  const isClear = liftLow > 0 || liftHigh < 0;
  return {
    ...{name: treatment.segment, sides, estimate: lift, low: liftLow, high: liftHigh, isClear},
    ink: isClear ? GAIN : OPEN,
    word: liftLow > 0 ? 'better' : isClear ? 'worse' : 'no clear difference',
  };
}

function textsOf({name, sides, estimate, low, high, isClear, word}, y, columns) {
  const [treatment, control] = sides.map(({count, n}) => count / n);
  const figure = `${percentChange(estimate)} · ${points.format((treatment - control) * 100)} pp`;
  const verdict = {text: word, x: WORDS, y, weight: isClear ? 600 : 400, ink: isClear ? GAIN : MUTED};
  if (columns === DENSE) return [{text: name, x: 0, y}, {text: figure, x: FIGURES, y, align: 'right'}, verdict];
  const small = {size: 12, ink: MUTED};
  const [level, against] = sides.map(({count, n}) => `${rates.format(count / n)} (${ofAll(count, n)})`);
  const range = `${percentChange(low)} to ${percentChange(high)}`;
  return [
    {text: name, x: 0, y: y - 16.25},
    {text: level, x: 0, y, ...small},
    {text: `against ${against}`, x: 0, y: y + 16.25, ...small},
    {text: figure, x: FIGURES, y: y - 7.8, align: 'right'},
    {text: range, x: FIGURES, y: y + 8.45, align: 'right', ...small},
    verdict,
  ];
}

const ofAll = (count, n) => `${counts.format(count)} of ${counts.format(n)}`;
