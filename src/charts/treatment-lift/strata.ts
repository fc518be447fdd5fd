import {type StratifiedDifference, stratifiedDifference} from '../../statistics/stratified.js';
import type {Cells} from './cells.js';
import {countsOf} from './compare.js';
import type {MetricContext} from './comparison.js';
import {type Verdict, verdictOf} from './verdict.js';

/** All arms of several segments together, each segment compared within itself (Mantel–Haenszel). */
export interface StrataMetrics extends StratifiedDifference {
  readonly arm: string;
  readonly verdict: Verdict;
}

/** Rates over two or more segments, arm by arm; nothing where a segment is withheld, or may be looked at any time. */
export function measureStrata({final}: Cells, {measure, certainty, judging}: MetricContext): StrataMetrics[] {
  const segments = final.filter(({segment}) => segment !== null);
  const rows = segments.flatMap(({arms}) => arms);
  const isWhole = rows.every(({isWithheld, n}) => !isWithheld && typeof n === 'number');
  if (measure !== 'rate' || segments.length < 2 || certainty.planned !== null || !isWhole) return [];
  const arms = new Set(segments.flatMap(({treatments}) => treatments.map(({arm}) => arm)));
  return [...arms].flatMap((arm) => {
    const strata = segments.flatMap(({treatments, control}) => {
      const treatment = treatments.find((row) => row.arm === arm);
      return treatment ? [{treatment: countsOf(treatment), control: countsOf(control)}] : [];
    });
    const result = stratifiedDifference(strata, certainty.level);
    return result ? [{...result, arm, verdict: verdictOf(result, judging)}] : [];
  });
}
