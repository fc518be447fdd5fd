/** What both drawings share. Sizes in pixels and inks are those of our own. */
import {INK} from '../../contenders/inks.js';

export const LETTERS = {size: 13, ink: INK};
export const GROUND = '#ffffff';
export const GAIN = '#00493b';
/** Of an interval that shows nothing. */
export const OPEN = '#8792a2';
export const LINE = 2.5;
export const POINT = 4.5;

const percents = new Intl.NumberFormat('en', {
  style: 'percent',
  signDisplay: 'exceptZero',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const tickPercents = new Intl.NumberFormat('en', {
  style: 'percent',
  signDisplay: 'exceptZero',
  maximumFractionDigits: 1,
});

export const percentChange = (value) => percents.format(value);

/** Which way the data are to be drawn. */
export const isBand = ({rows}) => 'date' in rows[0];

/** A linear scale from pixel to pixel that holds 0, padded as ours, with round ticks `room` pixels apart or more. */
export function scaleOf(values, {from, to, room}) {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const pad = (high - low) * 0.06;
  const [least, most] = [low - pad, high + pad];
  const at = (value) => from + ((value - least) / (most - least)) * (to - from);
  const step = stepOf((most - least) / Math.max(2, Math.min(8, Math.floor(Math.abs(to - from) / room))));
  const ticks = [];
  for (let index = Math.ceil(least / step); index * step <= most; index++) {
    const value = index * step;
    ticks.push({value, at: at(value), text: tickPercents.format(value)});
  }
  return {least, most, at, ticks};
}

/** The round step nearest to a raw one, as d3-array finds it. */
function stepOf(raw) {
  const power = 10 ** Math.floor(Math.log10(raw));
  const error = raw / power;
  return power * (error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1);
}
