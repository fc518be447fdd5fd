/** The drawing of a band through time that everybody makes. */
import {moverR} from '../../../../src/statistics/proportion-difference.ts';
import {GAIN, percentChange, scaleOf} from './drawing.js';
import {ACCENT, MUTED} from '../../contenders/inks.js';

export const PLOT = {left: 40, right: 743.5, top: 49, bottom: 249};
/** Days with a point, at most; texts under the plot. */
const POINTS = 30;
const DAY_TEXTS = 6;

const days = new Intl.DateTimeFormat('en', {timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric'});

/** Two arms a day: estimates and limits, limits cut at the ends of the scale, which the last three quarters decide. */
export function bandOf({rows}) {
  const band = {days: [], estimates: [], lows: [], highs: []};
  for (let index = 0; index < rows.length; index += 2) addDay(band, rows[index], rows[index + 1]);
  const from = Math.floor(band.days.length / 4);
  const scale = scaleOf([...band.lows.slice(from), ...band.highs.slice(from)], {
    from: PLOT.bottom,
    to: PLOT.top,
    room: 40,
  });
  const cut = (value) => Math.min(scale.most, Math.max(scale.least, value));
  const [first, last] = [band.days[0], band.days.at(-1)];
  const xOf = (day) => PLOT.left + ((day - first) / (last - first)) * (PLOT.right - PLOT.left);
  const drawn = {
    days: band.days,
    ...{estimates: band.estimates.map(cut), lows: band.lows.map(cut), highs: band.highs.map(cut)},
    ...{scale, first, last, xOf},
    points: shownPoints(band.days.length),
  };
  return {...drawn, texts: textsOf(drawn)};
}

function addDay(band, control, treatment) {
  const [t, c] = [treatment, control].map(({conversions, n}) => ({count: conversions, n}));
  const {lift, liftLow, liftHigh} = moverR(t, c);
  band.days.push(Date.parse(control.date));
  band.estimates.push(lift);
  band.lows.push(liftLow);
  band.highs.push(liftHigh);
}

/** As many days as can be told apart, the last among them. */
function shownPoints(count) {
  const step = Math.ceil(count / (POINTS - 1));
  return Array.from({length: Math.ceil(count / step)}, (_, index) => count - 1 - index * step).reverse();
}

function textsOf({days: all, estimates, scale, xOf}) {
  const last = all.length - 1;
  const small = {size: 12, ink: MUTED};
  return [
    {text: 'Visit, E-mail', x: 0, y: 6.5, weight: 600},
    {text: 'better', x: 800, y: 6.5, align: 'right', ink: GAIN},
    {text: 'Lift against No e-mail, 95% intervals', x: 0, y: 27, ...small},
    {text: percentChange(estimates[last]), x: PLOT.right + 8, y: scale.at(estimates[last]), weight: 600, ink: ACCENT},
    ...Array.from({length: DAY_TEXTS}, (_, index) => {
      const day = all[Math.round((index * last) / (DAY_TEXTS - 1))];
      const align = index === 0 ? 'left' : index === DAY_TEXTS - 1 ? 'right' : 'center';
      return {text: days.format(day), x: xOf(day), y: PLOT.bottom + 16, align, ...small};
    }),
    ...scale.ticks.map(({at, text}) => ({text, x: PLOT.left - 8, y: at, align: 'right', ...small})),
  ];
}
