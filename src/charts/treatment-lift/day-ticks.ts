import {daysIn, readDay} from '../../locale/calendar.js';
import type {Plot} from './plot.js';
import type {LiftView} from './view.js';

/** A day named under a plot. */
export interface DayTick {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The days that a plot shows, and the place of each. */
export interface DayScale {
  readonly first: string;
  readonly last: string;
  readonly placeOf: (day: string) => number;
}

/** Days since 1970; a month or a year counts from its first day, which is how the language itself reads ISO days. */
const dayNumber = (day: string): number => Date.parse(day) / 864e5;

export function dayScale(days: readonly string[], {left, width}: Plot): DayScale {
  let [first, last] = [days[0]!, days[0]!];
  // ISO dates sort as text.
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const [start, span] = [dayNumber(first), dayNumber(last) - dayNumber(first)];
  const placeOf = (day: string) => left + (span ? ((dayNumber(day) - start) * width) / span : width / 2);
  return {first, last, placeOf};
}

/** Even steps of the calendar: so many days, or so many months. */
const STEPS: readonly (readonly [days: number, months: number])[] = [
  ...[1, 2, 7, 14].map((days) => [days, 0] as const),
  ...[1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].map((months) => [0, months] as const),
];

/** Even steps back from the last day, the one that must be named; the first and the last where no step has room. */
export function dayTicks(scale: DayScale, {width}: {readonly width: number}, {frame, locale}: LiftView): DayTick[] {
  const {first, last, placeOf} = scale;
  const gap = frame.unit * 2;
  const tickOf = (day: string): DayTick & {readonly start: number; readonly end: number} => {
    const [x, text] = [placeOf(day), locale.day(day)];
    const own = frame.textWidth(text, frame.smallSize);
    const anchor = x + own / 2 > width ? 'end' : x < own / 2 ? 'start' : 'middle';
    const start = x - {start: 0, middle: own / 2, end: own}[anchor];
    return {x, text, anchor, start, end: start + own};
  };
  const fit = (days: readonly string[]): DayTick[] | null => {
    const ticks = days.map(tickOf);
    return ticks.every(({end}, index) => index + 1 === ticks.length || end + gap <= ticks[index + 1]!.start)
      ? ticks
      : null;
  };
  for (const step of STEPS) {
    // Of a step that is far too fine not all days are made.
    if (placeOf(last) - placeOf(before(last, step, 1)) < gap) continue;
    const days = [last];
    for (let day = before(last, step, 1); day < last && day >= first; day = before(last, step, days.length))
      days.unshift(day);
    const ticks = days.length > 1 && fit(days);
    if (ticks) return ticks;
  }
  return (first < last ? fit([first, last]) : null) ?? [tickOf(last)];
}

/** The day so many steps before, as exact as it is written; from a month's end back to the ends of months. */
function before(text: string, [days, months]: readonly [number, number], count: number): string {
  const {year, month, day} = readDay(text)!;
  if (days ? !day : !month && months < 12) return text;
  if (days) return new Date(Date.parse(text) - days * count * 864e5).toISOString().slice(0, 10);
  const whole = year * 12 + (month ?? 1) - 1 - months * count;
  const [of, at] = [Math.floor(whole / 12), (((whole % 12) + 12) % 12) + 1];
  const two = (part: number) => String(part).padStart(2, '0');
  return [
    String(of).padStart(4, '0'),
    ...(month ? [two(at)] : []),
    ...(day ? [two(Math.min(day, daysIn(of, at)))] : []),
  ].join('-');
}
