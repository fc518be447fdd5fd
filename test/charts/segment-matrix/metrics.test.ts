import {expect} from 'chai';
import revenueQuarters from '../../../demo/data/revenue-quarters.json';
import tierMigration from '../../../demo/data/tier-migration.json';
import {gridOf, measured} from './read.js';

const segments = (...rows: (readonly [segment: string, customers: number, value: number])[]) => ({
  rows: rows.map(([segment, customers, value]) => ({segment, customers, value})),
});

describe('share of customers × share of value', () => {
  it('of 20 % of customers with 80 % of value has indexes 400 and 25 and Gini 0.6', () => {
    const {segments: found, concentration} = measured('share', segments(['A', 20, 80], ['B', 80, 20]));
    expect(found.map(({index}) => index)).to.deep.equal([400, 25]);
    expect(concentration!.gini).to.be.closeTo(0.6, 1e-7);
    expect(concentration!.customersFor80).to.be.closeTo(0.2, 1e-7);
    expect(concentration!.peak.value).to.be.closeTo(1, 1e-7);
  });

  // Negative shares: the curve goes (0.2, 0.9), (0.5, 1.2), (1, 1); 0.8 of the value is reached at 0.2 · 0.8 / 0.9.
  it('is read along the curve where a segment loses money, best segment first', () => {
    const {segments: found, concentration} = measured('share', segments(['C', 50, -20], ['A', 20, 90], ['B', 30, 30]));
    expect(found.map(({customerShare}) => customerShare)).to.deep.equal([0.5, 0.2, 0.3]);
    expect(found.map(({valueShare}) => valueShare)).to.deep.equal([-0.2, 0.9, 0.3]);
    expect(found.map(({index}) => index!.toFixed(7))).to.deep.equal(['-40.0000000', '450.0000000', '100.0000000']);
    const {curve, top, customersFor80, gini} = concentration!;
    expect(curve.map(({customers, value}) => [customers, value])).to.deep.equal([
      [0, 0],
      [0.2, 0.9],
      [0.5, 1.2],
      [1, 1],
    ]);
    expect(customersFor80).to.be.closeTo(0.1777778, 1e-7);
    expect(top.find(({customers}) => customers === 0.25)!.value).to.be.closeTo(0.95, 1e-7);
    expect(gini).to.equal(null);
  });

  // Another definition than the code's: Σ pᵢpⱼ·|vᵢ − vⱼ| / (2 · mean), here with a mean of 1.
  it('of three segments has the Gini of their mean difference', () => {
    const groups: readonly (readonly [string, number, number])[] = [
      ['A', 20, 70],
      ['B', 30, 20],
      ['C', 50, 10],
    ];
    const each = groups.map(([, n, value]) => ({p: n / 100, mean: value / n}));
    const difference = each.flatMap((a) => each.map((b) => a.p * b.p * Math.abs(a.mean - b.mean)));
    const expected = difference.reduce((all, part) => all + part, 0) / 2;
    expect(expected).to.be.closeTo(0.57, 1e-7);
    expect(measured('share', segments(...groups)).concentration!.gini).to.be.closeTo(expected, 1e-7);
  });

  it('of 25 % of customers with 33 % of value has index 132', () => {
    const {segments: found} = measured('share', segments(['Gold', 250, 330], ['Rest', 750, 670]));
    expect(found[0]).to.include({customerShare: 0.25, valueShare: 0.33});
    expect(found[0]!.index).to.be.closeTo(132, 1e-7);
  });

  it('of the real log: a quarter of the customers holds 81.5 % of the value', () => {
    const {concentration} = measured('share', revenueQuarters);
    const quarter = concentration!.top.find(({customers}) => customers === 0.25)!;
    expect(quarter.value).to.be.closeTo(0.815, 0.001);
  });

  it('has no Gini, and a curve above 1, where a segment loses money', () => {
    const {concentration} = measured('share', segments(['A', 50, 120], ['B', 50, -20]));
    expect(concentration!.gini).to.equal(null);
    expect(concentration!.peak).to.deep.equal({customers: 0.5, value: 1.2});
  });

  it('has neither shares nor index where the total is not positive, or not known', () => {
    for (const value of [-200, 0]) {
      const {segments: found, concentration} = measured('share', segments(['A', 50, 100], ['B', 50, value - 100]));
      expect(found.map((d) => d.valueShare)).to.deep.equal([null, null]);
      expect(concentration).to.equal(null);
    }
    const {total} = measured('share', {
      rows: [
        {segment: 'A', customers: 9, value: 3},
        {segment: 'B', customers: 9},
      ],
    });
    expect(total.value).to.equal(null);
  });

  it('puts withheld segments together, as anyone could from total and shown ones', () => {
    const {segments: found, rest} = measured('share', segments(['A', 40, 400], ['B', 2, 7], ['C', 25, 93]));
    expect(found.map(({customers}) => customers)).to.deep.equal([40, null, null]);
    expect(found.map(({value}) => value)).to.deep.equal([400, null, null]);
    expect(rest).to.include({customers: 27, value: 100});
  });

  it('keeps the order given, or the one listed', () => {
    const {rows} = segments(['low', 50, 10], ['high', 30, 80], ['mid', 20, 10]);
    const namesOf = (json: unknown) => measured('share', json).segments.map(({segment}) => segment);
    expect(namesOf({rows})).to.deep.equal(['low', 'high', 'mid']);
    expect(namesOf({rows, order: ['mid', 'low', 'high']})).to.deep.equal(['mid', 'low', 'high']);
  });

  it('is sorted rather than in the order of the data, what has no number last', () => {
    const json = {...segments(['a', 50, 10], ['nobody', 0, 0], ['b', 50, 90]), order: ['nobody', 'a', 'b']};
    expect(measured('share', json).segments.map((d) => d.segment)).to.deep.equal(['nobody', 'a', 'b']);
    const sorted = measured('share', json, {sorted: true});
    expect(sorted.segments.map((d) => d.segment)).to.deep.equal(['b', 'a', 'nobody']);
  });

  it('leaves places and tiers where they are', () => {
    const placed = {
      rows: [9, 50, 20].map((customers, i) => ({segment: `S${i}`, x: i, y: i, customers, value: customers})),
    };
    const names = measured('quadrant', placed, {sorted: true}).segments.map((d) => d.segment);
    expect(names).to.deep.equal(['S0', 'S1', 'S2']);
    const moves = ['low', 'high'].flatMap((from, i) =>
      ['low', 'high'].map((to, j) => ({from, to, customers: 9 + 40 * i + j})),
    );
    expect(measured('migration', {rows: moves}, {sorted: true}).tiers).to.deep.equal(['low', 'high']);
  });

  it('can be sorted by index', () => {
    const {segments: found} = measured('share', segments(['low', 50, 10], ['high', 50, 90]), {sorted: true});
    expect(found.map(({segment}) => segment)).to.deep.equal(['high', 'low']);
  });
});

describe('grid', () => {
  it('holds figures of cells, sums and total', () => {
    const {cells, rowSums, columnSums, total} = measured(
      'grid',
      gridOf(
        [
          [10, 20],
          [30, 40],
        ],
        (n) => n * n,
      ),
    );
    expect(cells.map(({customers}) => customers)).to.deep.equal([10, 20, 30, 40]);
    expect(rowSums.map(({customers}) => customers)).to.deep.equal([30, 70]);
    expect(columnSums.map(({value}) => value)).to.deep.equal([1000, 2000]);
    expect(total).to.include({customers: 100, value: 3000, index: 100, valuePerCustomer: 30});
    expect(cells[3]!.index).to.be.closeTo((100 * 1600) / 3000 / 0.4, 1e-7);
  });

  it('is coloured by the index where there is value, else by customers', () => {
    expect(
      measured(
        'grid',
        gridOf([
          [10, 20],
          [30, 40],
        ]),
      ).measure,
    ).to.equal('index');
    const {rows} = gridOf([
      [10, 20],
      [30, 40],
    ]);
    expect(measured('grid', {rows: rows.map((row) => ({...row, value: null}))}).measure).to.equal('customers');
  });

  it('tells the change where previous counts are given, and only between shown ones', () => {
    const {rows} = gridOf([
      [10, 20],
      [30, 40],
    ]);
    const {cells} = measured('grid', {rows: rows.map((row, index) => ({...row, previous: [2, 10, 25, 60][index]}))});
    expect(cells.map(({changeRate}) => changeRate)).to.deep.equal([null, null, null, null]);
    const full = measured('grid', {rows: rows.map((row) => ({...row, previous: 20}))});
    expect(full.cells.map(({changeRate}) => changeRate)).to.deep.equal([-0.5, 0, 0.5, 1]);
  });

  it('keeps a listed order, and sorts by the sums when asked', () => {
    const data = {
      ...gridOf([
        [10, 20],
        [30, 40],
      ]),
      rowOrder: ['R1', 'R0'],
      columnOrder: ['C0', 'C1'],
    };
    expect(measured('grid', data).cells.map(({customers}) => customers)).to.deep.equal([30, 40, 10, 20]);
    const sorted = measured('grid', data, {sorted: true, measure: 'customers'});
    expect(sorted.cells.map(({customers}) => customers)).to.deep.equal([40, 30, 20, 10]);
  });

  it('takes cells that the back-end has withheld, and has no sums of them', () => {
    const {cells, total} = measured(
      'grid',
      gridOf([
        [null, 20],
        [30, 40],
      ]),
    );
    expect(cells.map(({isWithheld}) => isWithheld)).to.deep.equal([true, false, false, false]);
    expect(total.customers).to.equal(null);
  });
});

describe('quadrants', () => {
  const rows = [
    {segment: 'A', x: 1, y: 1, customers: 10, value: 10},
    {segment: 'B', x: 9, y: 1, customers: 20, value: 10},
    {segment: 'C', x: 9, y: 9, customers: 30, value: 80},
    {segment: 'tiny', x: 9, y: 9, customers: 2, value: 1000},
  ];

  it('count, add up and name the members of what is shown', () => {
    const {quadrants, rest, total} = measured('quadrant', {
      rows: [...rows, {segment: 'D', x: 1, y: 9, customers: 40}],
      thresholds: {x: 5, y: 5},
    });
    expect(quadrants.map(({quadrant, customers}) => [quadrant, customers])).to.deep.equal([
      ['topLeft', 40],
      ['topRight', 30],
      // Without a member that is shown: nobody knows whether it is empty.
      ['bottomLeft', null],
      ['bottomRight', 20],
    ]);
    expect(quadrants[1]!.members).to.deep.equal(['C']);
    expect([rest!.customers, total.customers]).to.deep.equal([12, 102]);
  });

  it('are 0 where nobody is, and withheld where none of their segments may be shown', () => {
    const at = (customers: number, x: number) => ({segment: `S${x}`, x, y: x, customers});
    const all = [at(10, 1), at(20, 9)];
    const counts = (list: typeof all) =>
      measured('quadrant', {rows: list, thresholds: {x: 5, y: 5}}).quadrants.map(({customers}) => customers);
    expect(counts(all)).to.deep.equal([0, 20, 10, 0]);
    expect(counts([at(2, 1), at(3, 2), at(20, 9)])).to.deep.equal([null, 20, null, null]);
  });

  // 3 of 9,003 hide the 4,000 too: a page may show `share`, with its total, of the same rows.
  it('tell the same shares of the same rows as the view share', () => {
    const list = [
      {segment: 'A', x: 1, y: 1, customers: 3, value: 9},
      {segment: 'B', x: 5, y: 5, customers: 4_000, value: 40_000},
      {segment: 'C', x: 9, y: 9, customers: 5_000, value: 90_000},
    ];
    const quadrant = measured('quadrant', {rows: list, thresholds: {x: 7, y: 7}});
    const share = measured('share', {rows: list}, {view: 'share'});
    const figuresOf = ({segment, customers, customerShare, valueShare, index}: (typeof share.segments)[number]) => [
      segment,
      ...[customers, customerShare, valueShare, index],
    ];
    expect(quadrant.segments.map(figuresOf)).to.deep.equal(share.segments.map(figuresOf));
    expect([quadrant.rest, quadrant.total]).to.deep.equal([share.rest, share.total]);
    expect(quadrant.quadrants[1]!.customerShare).to.be.closeTo(5_000 / 9_003, 1e-12);
    expect(quadrant.quadrants[1]!.valueShare).to.be.closeTo(90_000 / 130_009, 1e-12);
  });

  it('meet at the mean of all shown customers unless something else is said', () => {
    const mean = measured('quadrant', {rows});
    expect(mean.quadrants.flatMap(({members}) => members)).to.not.include('tiny');
    expect(measured('quadrant', {rows, thresholds: {x: 2}}).x.threshold).to.equal(2);
    const moved = measured('quadrant', {rows, thresholds: {x: 2}}, {thresholdX: 4});
    expect([moved.x.threshold, moved.x.initial]).to.deep.equal([4, 2]);
  });

  it('draw single customers only where the page asks for it', () => {
    const single = {rows: rows.map(({segment, x, y}) => ({segment, x, y}))};
    expect(measured('quadrant', single).segments.map((d) => d.x)).to.deep.equal([null, null, null, null]);
    const shown = measured('quadrant', single, {minCell: 0});
    expect(shown.segments.map((d) => d.x)).to.deep.equal([1, 9, 9, 9]);
    expect(shown.total.customers).to.equal(4);
  });
});

describe('migration', () => {
  const move = (from: string, to: string, customers: number) => ({from, to, customers});
  const data = {
    order: ['low', 'high'],
    rows: [move('low', 'low', 60), move('low', 'high', 40), move('high', 'low', 10), move('high', 'high', 90)],
  };

  it('adds up better, same and worse, with Wilson intervals', () => {
    const {better, same, worse, moves} = measured('migration', data);
    expect([better, same, worse].map((d) => [d!.count, d!.rate])).to.deep.equal([
      [40, 0.2],
      [150, 0.75],
      [10, 0.05],
    ]);
    expect(moves[1]!.rate).to.include({count: 40, n: 100, rate: 0.4});
    expect(moves[1]!.rate!.low).to.be.closeTo(0.3094013, 1e-6);
    expect(moves[1]!.rate!.high).to.be.closeTo(0.4979974, 1e-6);
  });

  it('counts only shown moves once one is withheld', () => {
    const rows = [...data.rows.slice(0, 2), move('high', 'low', 2), move('high', 'high', 90)];
    const {better, moves} = measured('migration', {...data, rows});
    expect(moves.filter(({isWithheld}) => isWithheld).length).to.equal(4);
    expect(better).to.equal(null);
  });

  it('of the real log agrees with a plain sum over its rows', () => {
    const demo = tierMigration;
    const {better, worse} = measured('migration', demo, {minCell: 0});
    const sum = (sign: number) =>
      demo.rows
        .filter(({from, to}) => Math.sign(demo.order.indexOf(to) - demo.order.indexOf(from)) === sign)
        .reduce((all, {customers}) => all + customers, 0);
    expect([better!.count, worse!.count]).to.deep.equal([sum(1), sum(-1)]);
  });
});
