import type {DatumLine} from '../../scene/scene.js';
import type {Credible} from '../../statistics/credible-difference.js';
import type {Comparison, Reported} from './comparison.js';
import type {Reach} from './scale.js';
import {levelText, pPhrase, rangeText} from './values.js';
import type {LiftReading} from './view.js';

/** Whether the back-end gives a limit at all. */
export const hasRange = (reported: Reported | null): reported is Reported =>
  reported !== null && (reported.low !== null || reported.high !== null);

/** What is drawn of it: a side without a limit, beside one with, is one that nothing bounds. */
export const reachOf = (reported: Reported | null): Reach => ({
  estimate: reported?.lift ?? null,
  low: reported?.low ?? (hasRange(reported) ? -Infinity : null),
  high: reported?.high ?? (hasRange(reported) ? Infinity : null),
});

/** A second interval beside what is drawn: what the back-end reports, or what the Bayesian view believes. */
export interface Second {
  readonly of: 'reported' | 'credible';
  readonly reach: Reach;
}

/** Lifts have what the back-end reports; differences a credible interval. */
export function secondOf({reported, bayesian}: Comparison, relative: boolean): Second | null {
  if (relative) return reported && {of: 'reported', reach: reachOf(reported)};
  return bayesian && credibleSecond(bayesian);
}

export const credibleSecond = ({low, high}: Credible): Second => ({
  of: 'credible',
  reach: {estimate: null, low, high},
});

export const credibleLine = (
  limits: Credible | null,
  {format, reading}: {readonly format: (value: number) => string; readonly reading: LiftReading},
): DatumLine[] =>
  limits ? [{name: reading.words.credible, value: rangeText([limits.low, limits.high], format, reading)}] : [];

/** The back-end's lift with its interval. */
export function reportedEstimate({lift, low, high}: Reported, reading: LiftReading): {estimate: string; range: string} {
  const {fine, words} = reading.locale;
  return {
    estimate: lift === null ? words.none : fine.percentChange(lift),
    range: rangeText([low, high], fine.percentChange, reading),
  };
}

/** In one line, at the level and with the p that the back-end gives. */
export function reportedLines({reported}: Pick<Comparison, 'reported'>, reading: LiftReading): DatumLine[] {
  const {words, locale} = reading;
  if (!reported) return [];
  const {estimate, range} = reportedEstimate(reported, reading);
  const {level, pValue} = reported;
  const isLevel = hasRange(reported) && level !== null;
  return [
    {
      name: isLevel ? words.joined([words.reported, words.levelAxis(levelText(level, locale))]) : words.reported,
      value: words.joined([
        hasRange(reported) ? `${estimate} (${range})` : estimate,
        ...(pValue === null ? [] : [pPhrase(pValue)]),
      ]),
    },
  ];
}
