import {ENOUGH} from './headline.js';
import type {LoyaltyLadderMetrics, RungMetrics} from './metrics.js';
import {rungName} from './names.js';
import type {LadderReading} from './view.js';
import type {LadderWords} from './words.js';

/** How sure, as of when, from where. */
export function notesOfLadder(metrics: LoyaltyLadderMetrics, reading: LadderReading): string[] {
  return [...dateNotes(metrics, reading), ...cautions(metrics, reading), ...originNotes(metrics, reading)];
}

function dateNotes({asOf, previousAsOf, hasMoves}: LoyaltyLadderMetrics, {words, locale}: LadderReading): string[] {
  if (!asOf) return [];
  if (!previousAsOf || !hasMoves) return [locale.words.asOf(locale.day(asOf))];
  return [words.notes.between(locale.day(previousAsOf), locale.day(asOf))];
}

const originNotes = ({proxy, source}: LoyaltyLadderMetrics, {locale}: LadderReading): string[] => [
  ...(proxy ? [locale.words.proxy(proxy)] : []),
  ...(source ? [locale.words.source(source)] : []),
];

function cautions(metrics: LoyaltyLadderMetrics, {words, locale, options}: LadderReading): string[] {
  const {notes} = words;
  const rungs = metrics.series.flatMap((series) => series.rungs);
  const naming = (some: readonly RungMetrics[]) => locale.list([...new Set(some.map((d) => rungName(d, words)))]);
  const unmeasured = rungs.filter((d) => d.count === null && !d.isWithheld);
  const isWithheld = rungs.some((d) => d.isWithheld);
  const few = rungs.filter(({opening}) => opening !== null && opening > 0 && opening < ENOUGH);
  return [
    ...(options.view === 'funnel' && metrics.basis === 'at' ? [notes.snapshot] : []),
    ...(unmeasured.length ? [notes.notMeasured(naming(unmeasured))] : []),
    ...(isWithheld ? [locale.words.withheldNote(locale.count(options.minCell))] : []),
    ...rises(metrics, words),
    ...(few.length ? [notes.few(naming(few), locale.count(ENOUGH))] : []),
    ...incompleteMoney(rungs, words),
    ...(rungs.some(({climb, slip}) => climb?.change ?? slip?.change) ? [notes.sameCustomers] : []),
  ];
}

/** "Reached" counts cannot rise; where they do the reader is told which two. */
const rises = ({series}: LoyaltyLadderMetrics, words: LadderWords): string[] =>
  series.flatMap(({rungs}) =>
    rungs.flatMap((above, index) => {
      const below = rungs[index - 1];
      if (!below || above.reached === null || below.reached === null || above.reached <= below.reached) return [];
      return [words.notes.rises(rungName(above, words), rungName(below, words))];
    }),
  );

/** Shares need every rung's figure. */
const incompleteMoney = (rungs: readonly RungMetrics[], {notes, value, spend}: LadderWords): string[] =>
  (['value', 'spend'] as const).flatMap((field) => {
    const isIncomplete = rungs.some((d) => d[field] !== null) && rungs.every((d) => d[`${field}Share`] === null);
    return isIncomplete ? [notes.moneyIncomplete({value, spend}[field])] : [];
  });
