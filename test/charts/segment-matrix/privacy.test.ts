import {expect} from 'chai';
import {segmentMatrix} from '../../../src/charts/segment-matrix/definition.js';
import {frameOf} from '../../../src/chart/frame.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {GridMetrics} from '../../../src/charts/segment-matrix/metrics.js';
import {boundsOf, recovered, solved, type Published} from '../../privacy/attacker.js';
import fc from '../../support/fast-check.js';
import {perTier} from '../../support/tier.js';
import {gridOf, measured, optionsOf} from './read.js';

const count = fc.oneof(fc.integer({min: 0, max: 5}), fc.integer({min: 0, max: 30}));
const tables = fc
  .tuple(fc.integer({min: 2, max: 3}), fc.integer({min: 2, max: 3}))
  .chain(([height, width]) =>
    fc.array(fc.array(count, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
  );
const runs = {numRuns: perTier({fast: 150, gate: 1_000, deep: 10_000})};

/** One figure of a grid with its sums, as published. */
const publishedOf = (
  {rows, columns, cells, rowSums, columnSums, total}: GridMetrics,
  field: 'customers' | 'previous' | 'value',
): Published => ({
  cells: rows.map((_, i) => cells.slice(i * columns.length, (i + 1) * columns.length).map((d) => d[field])),
  rows: rowSums.map((d) => d[field]),
  columns: columnSums.map((d) => d[field]),
  total: total[field],
});

const lists = fc.array(fc.record({customers: count, previous: count}), {minLength: 1, maxLength: 6});
const segmentsOf = (groups: readonly {customers: number; previous: number}[]) =>
  groups.map((group, i) => ({segment: `S${i}`, x: i % 3, y: i % 2, ...group, value: group.customers * 10 + i}));

/** Everything a reader or a page can get hold of, as text. */
function surfacesOf(json: unknown, options = optionsOf()): string[] {
  const {metrics} = segmentMatrix.measure(json, options);
  const reading = {locale: localeOf('en'), options};
  const {headline, notes, tabulate, draw} = segmentMatrix;
  return [
    metrics,
    headline(metrics!, reading),
    notes(metrics!, reading),
    tabulate(metrics!, reading),
    draw(metrics!, {...reading, frame: frameOf()}),
  ].map((surface) => JSON.stringify(surface));
}

describe('small groups of a segment matrix', () => {
  it('cannot be recovered from a grid with its sums', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const metrics = measured('grid', gridOf(counts));
        const {cells} = metrics;
        expect(recovered(counts, publishedOf(metrics, 'customers'))).to.deep.equal([]);
        counts.flat().forEach((n, index) => {
          if (n === 0) expect(cells[index]!.customers).to.equal(0);
          if (n > 0 && n < 5) expect(cells[index]!.customers).to.equal(null);
        });
      }),
      runs,
    );
  });

  it('cannot be recovered from what a grid says of the period before', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(count), (counts, before) => {
        const previous = counts.map((line) => line.map(() => before.next().value));
        const rows = gridOf(counts).rows.map((row, index) => ({...row, previous: previous.flat()[index]!}));
        const metrics = measured('grid', {rows});
        expect(recovered(previous, publishedOf(metrics, 'previous'))).to.deep.equal([]);
        for (const {customers, previous: was, change, changeRate} of [...metrics.cells, ...metrics.rowSums])
          if (customers === null || was === null) expect([change, changeRate]).to.deep.equal([null, null]);
      }),
      runs,
    );
  });

  it('have no solution in a larger grid: neither their counts nor their value', () => {
    const larger = fc
      .tuple(fc.integer({min: 3, max: 7}), fc.integer({min: 3, max: 7}))
      .chain(([height, width]) =>
        fc.array(fc.array(count, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
      );
    fc.assert(
      fc.property(larger, (counts) => {
        const metrics = measured('grid', gridOf(counts));
        expect(solved(publishedOf(metrics, 'customers'))).to.deep.equal([]);
        expect(solved(publishedOf(metrics, 'value'))).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('have more than one possible count in any grid of up to 5 × 5, as linear programs find', () => {
    const grids = fc
      .tuple(fc.integer({min: 2, max: 5}), fc.integer({min: 2, max: 5}))
      .chain(([height, width]) =>
        fc.array(fc.array(count, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
      );
    fc.assert(
      fc.property(grids, (counts) => {
        const metrics = measured('grid', gridOf(counts));
        for (const [place, [least, greatest]] of boundsOf(publishedOf(metrics, 'customers')))
          expect(greatest - least, `${place} of ${JSON.stringify(counts)}`).to.be.above(0.5);
      }),
      runs,
    );
  });

  it('cannot be recovered from a list with its total, and are no small group together', () => {
    fc.assert(
      fc.property(lists, (groups) => {
        const {segments, rest, total} = measured('share', {rows: segmentsOf(groups)}, {view: 'share'});
        const counts = groups.map(({customers}) => customers);
        const shown = segments.map(({customers}) => customers);
        const published = {cells: [shown], rows: [total.customers], columns: shown, total: total.customers};
        expect(recovered([counts], published)).to.deep.equal([]);
        if (rest) expect(rest.customers).to.be.at.least(5);
        counts.forEach((n, index) => {
          if (n === 0) expect(shown[index]).to.equal(0);
          if (n > 0 && n < 5) expect(shown[index]).to.equal(null);
        });
      }),
      runs,
    );
  });

  it('are in no sum of quadrants, of this period or the one before, wherever the thresholds are', () => {
    const places = fc.integer({min: 0, max: 3});
    fc.assert(
      fc.property(lists, places, places, (groups, thresholdX, thresholdY) => {
        const {segments, quadrants} = measured('quadrant', {rows: segmentsOf(groups)}, {thresholdX, thresholdY});
        const shown = segments.filter(({customers}) => customers !== null);
        for (const {quadrant, ...sums} of quadrants) {
          const members = shown.filter((d) => d.quadrant === quadrant);
          const sumOf = (field: 'customers' | 'previous') =>
            members.reduce<number | null>((all, d) => (all === null || d[field] === null ? null : all + d[field]), 0);
          if (sums.customers !== null) expect(sums.customers).to.equal(sumOf('customers'));
          if (sums.previous !== null) expect(sums.previous).to.equal(sumOf('previous'));
        }
      }),
      runs,
    );
  });

  it('cannot be recovered from quadrants beside their total, whichever view of the rows is shown with them', () => {
    const places = fc.integer({min: 0, max: 3});
    fc.assert(
      fc.property(lists, places, places, (groups, thresholdX, thresholdY) => {
        const json = {rows: segmentsOf(groups)};
        const quadrant = measured('quadrant', json, {thresholdX, thresholdY});
        const share = measured('share', json, {view: 'share'});
        for (const field of ['customers', 'previous'] as const) {
          const truth = groups.map((group) => group[field]);
          // What either view tells of a segment; a total of either.
          const shown = quadrant.segments.map((d, i) => d[field] ?? share.segments[i]![field]);
          const total = quadrant.total[field] ?? share.total[field];
          const published = {cells: [shown], rows: [total], columns: shown, total};
          expect(recovered([truth], published)).to.deep.equal([]);
        }
        if (quadrant.rest) expect(quadrant.rest.customers).to.be.at.least(5);
      }),
      runs,
    );
  });

  it('of the period before bear the sign of what is withheld, in table and note', () => {
    const rows = [
      [40, 3],
      [50, 2],
      [60, 60],
    ].map(([customers, previous], i) => ({segment: `S${i}`, customers, previous}));
    const {metrics} = segmentMatrix.measure({rows}, optionsOf());
    const reading = {locale: localeOf('en'), options: optionsOf()};
    const {columns, rows: lines} = segmentMatrix.tabulate(metrics!, reading);
    const at = columns.findIndex(({label}) => label === 'Previous');
    expect(lines.map((line) => line[at]!.text)).to.deep.equal(['•', '•', '60', '65']);
    expect(segmentMatrix.notes(metrics!, reading)[0]).to.contain('fewer than 5');
  });

  it('leave no figure of theirs in numbers: neither value nor share nor index', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const {cells, rowSums, columnSums} = measured('grid', gridOf(counts));
        for (const {isWithheld, ...figures} of [...cells, ...rowSums, ...columnSums])
          if (isWithheld)
            for (const name of [
              'customers',
              'value',
              'customerShare',
              'valueShare',
              'index',
              'valuePerCustomer',
            ] as const)
              expect(figures[name]).to.equal(null);
      }),
      runs,
    );
  });

  it('cannot be recovered from a migration: its sums of better and worse rest on shown moves', () => {
    fc.assert(
      fc.property(
        tables.filter((counts) => counts.length === counts[0]!.length),
        (counts) => {
          const tiers = counts.map((_, i) => `T${i}`);
          const rows = counts.flatMap((line, i) =>
            line.map((customers, j) => ({from: tiers[i], to: tiers[j], customers})),
          );
          const {moves, fromSums, toSums, customers, better} = measured('migration', {order: tiers, rows});
          const n = tiers.length;
          const published = {
            cells: tiers.map((_, i) => moves.slice(i * n, (i + 1) * n).map((move) => move.customers)),
            rows: fromSums.map((move) => move.customers),
            columns: toSums.map((move) => move.customers),
            total: customers,
          };
          expect(recovered(counts, published)).to.deep.equal([]);
          const shownBetter = moves.reduce(
            (all, move, i) => all + (i % n > Math.floor(i / n) ? (move.customers ?? 0) : 0),
            0,
          );
          expect(better?.count ?? 0).to.equal(shownBetter);
        },
      ),
      runs,
    );
  });

  // Counts whose digits stand nowhere else: what is withheld must not be on any surface, in any form.
  it('are on no surface: numbers, headline, notes, table, drawing', () => {
    const secret = 7531;
    const options = optionsOf({minCell: 10_000});
    const grid = gridOf(
      [
        [secret, 24_000],
        [38_000, 90_000],
      ],
      (n) => n * 17,
    );
    const list = {
      rows: [21_113, secret, 61_211].map((customers, i) => ({
        segment: `S${i}`,
        x: i,
        y: i,
        customers,
        value: customers * 17,
      })),
    };
    const moves = {
      rows: [secret, 24_000, 38_000, 90_000].map((customers, i) => ({from: `T${i >> 1}`, to: `T${i % 2}`, customers})),
    };
    const views = [
      grid,
      list,
      {rows: list.rows.map(({segment, customers, value}) => ({segment, customers, value}))},
      moves,
    ];
    for (const json of views)
      for (const text of surfacesOf(json, options)) {
        const digits = text.replaceAll(',', '');
        expect(digits).to.not.contain(String(secret));
        expect(digits).to.not.contain(String(secret * 17));
      }
  });

  it('are not told by a threshold that moves over them', () => {
    const rows = [
      {segment: 'shown', x: 1, y: 1, customers: 50},
      {segment: 'tiny', x: 5, y: 5, customers: 3},
      {segment: 'next', x: 9, y: 9, customers: 60},
    ];
    const countsAt = (thresholdX: number) =>
      measured('quadrant', {rows}, {thresholdX, thresholdY: 0}).quadrants.map(({customers, members}) => [
        customers,
        members,
      ]);
    expect(countsAt(4)).to.deep.equal(countsAt(6));
  });
});
