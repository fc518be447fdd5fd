import {endOfPeriod, firstDay} from './dates.js';
import type {Row} from './reading.js';

/** A gap longer than this is a slip of the data, not one to fill. */
const LONGEST_GAP = 1000;

/**
 * Puts rows of cohorts in order – by date, not by arrival, then by period – and completes them: a size that was not
 * given is what was retained at age 0; with `fill`, a gap inside a cohort is zero, because the backend leaves zero rows
 * out (a gap at the end never is); a period that had not ended on `asOf` is marked `incomplete`. Rows of other charts
 * are returned as they are.
 */
export function cohortRows(rows: readonly Row[], document: Row, fill: boolean): readonly Row[] {
  if (!rows.some((row) => 'period' in row && 'cohort' in row)) return rows;
  const cohorts = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${String(row['cohort'])}\n${String(row['series'])}`;
    const cohort = cohorts.get(key);
    if (cohort) cohort.push(row);
    else cohorts.set(key, [row]);
  }
  return byDate([...cohorts.values()]).flatMap((cohort) => {
    cohort.sort((a, b) => Number(a['period']) - Number(b['period']));
    addSize(cohort);
    const all = fill ? cohort.flatMap((row, index) => [...zerosBetween(cohort[index - 1], row), row]) : cohort;
    markRunning(all, document);
    return all;
  });
}

/** Dates are ISO text, so text sorts them. Where one cohort is no date, the order of arrival is at least the backend's. */
function byDate(cohorts: readonly (readonly Row[])[]): Row[][] {
  const named = cohorts.map((rows) => ({name: String(rows[0]!['cohort']), rows: [...rows]}));
  if (named.every(({name}) => /^\d{4}(-|$)/.test(name)))
    named.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return named.map(({rows}) => rows);
}

function addSize(cohort: readonly Row[]): void {
  const {period, retained} = cohort[0]!;
  if (period !== 0 || typeof retained !== 'number' || cohort.some((row) => 'size' in row)) return;
  for (const row of cohort) row['size'] = retained;
}

function zerosBetween(before: Row | undefined, after: Row): readonly Row[] {
  const first = Number(before?.['period']) + 1;
  const length = Number(after['period']) - first;
  const measure = 'retained' in after ? 'retained' : 'rate';
  if (!(length > 0 && length <= LONGEST_GAP)) return [];
  return Array.from({length}, (_, index) => ({...before, period: first + index, [measure]: 0}));
}

/** A day counts as over on that day: data as of the 31st holds the whole month. */
function markRunning(cohort: readonly Row[], {unit, asOf}: Row): void {
  const [since, known] = [firstDay(String(cohort[0]!['cohort'])), firstDay(String(asOf)) + 1];
  if (Number.isNaN(since + known)) return;
  for (const row of cohort)
    if (!('incomplete' in row) && endOfPeriod(since, Number(row['period']), String(unit)) > known)
      row['incomplete'] = true;
}
