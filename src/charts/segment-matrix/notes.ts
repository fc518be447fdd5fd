import type {QuadrantsMetrics, ShareMetrics, SegmentMatrixMetrics} from './metrics.js';
import {NAMED} from './quadrant-places.js';
import type {MatrixReading} from './view.js';

/** What a company can manage. */
const FEWEST = 4;
const MOST = 10;
/** The share of best customers that the note tells of. */
const TOLD = 0.25;

/** How sure, as of when, from where. */
export function notesOfMatrix(metrics: SegmentMatrixMetrics, reading: MatrixReading): string[] {
  const {locale} = reading;
  const {proxy, source} = metrics;
  return [
    ...dateNotes(metrics, reading),
    ...(metrics.isWithheld ? [locale.words.withheldNote(locale.count(reading.options.minCell))] : []),
    ...cautions(metrics, reading),
    ...(proxy ? [locale.words.proxy(proxy)] : []),
    ...(source ? [locale.words.source(source)] : []),
  ];
}

function dateNotes({asOf, previousAsOf, view}: SegmentMatrixMetrics, {words, locale}: MatrixReading): string[] {
  if (!asOf) return [];
  if (view !== 'migration' || !previousAsOf) return [locale.words.asOf(locale.day(asOf))];
  return [words.notes.between(locale.day(previousAsOf), locale.day(asOf))];
}

function cautions(metrics: SegmentMatrixMetrics, reading: MatrixReading): string[] {
  const {words} = reading;
  const {notes} = words;
  switch (metrics.view) {
    case 'share':
      return [
        ...concentrationNotes(metrics, reading),
        ...numberNote(metrics.segments, reading),
        ...sumNotes(metrics, reading),
      ];
    case 'quadrant':
      return quadrantNotes(metrics, reading);
    case 'migration':
      return metrics.isWithheld ? [notes.shownMoves] : [];
    case 'grid':
      return sumNotes({...metrics, segments: metrics.cells}, reading);
  }
}

function quadrantNotes(metrics: QuadrantsMetrics & Pick<SegmentMatrixMetrics, 'isWithheld'>, reading: MatrixReading) {
  const {segments, isIndividual, isWithheld} = metrics;
  const {notes} = reading.words;
  const placed = segments.filter(({x}) => x !== null);
  const hasArrows = placed.length <= NAMED && placed.some((d) => d.previousX !== null && d.previousY !== null);
  if (isIndividual && isWithheld) return [notes.individuals];
  return [
    ...(isIndividual ? [] : numberNote(segments, reading)),
    ...(isWithheld ? [notes.shownSegments] : []),
    ...sumNotes(metrics, reading),
    ...(hasArrows ? [notes.arrows] : []),
  ];
}

/** Of segments, however large: rows of one customer each are none. */
function numberNote(segments: ShareMetrics['segments'], {words, locale}: MatrixReading): string[] {
  const {length} = segments;
  const isManageable = length >= FEWEST && length <= MOST;
  return isManageable || segments.every(({customers}) => customers === 1)
    ? []
    : [words.notes.segments(locale.count(length))];
}

function concentrationNotes({concentration, segments, rest}: ShareMetrics, {words, locale}: MatrixReading): string[] {
  const told = concentration?.top.find(({customers}) => customers === TOLD);
  if (!concentration || !told) return [];
  const losing = [...segments, {segment: words.rest, value: rest?.value ?? null}]
    .filter(({value}) => (value ?? 0) < 0)
    .map(({segment}) => segment);
  const top = words.carries(locale.wholePercent(told.customers), locale.percent(told.value));
  return [
    words.notes.concentration(locale.percent(concentration.customersFor80), top),
    ...(losing.length ? [words.notes.negative(locale.list(losing))] : []),
  ];
}

/** Why there are no shares. */
function sumNotes(
  {
    total,
    segments,
  }: {readonly total: ShareMetrics['total']; readonly segments: readonly {readonly value: number | null}[]},
  {words}: MatrixReading,
): string[] {
  if (total.customers === null) return [words.notes.noTotal];
  if (total.value === null) return segments.some(({value}) => value !== null) ? [words.notes.valueMissing] : [];
  return total.customers && total.value <= 0 ? [words.notes.noWorth] : [];
}
