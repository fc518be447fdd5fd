import {expect} from 'chai';
import type {LoyaltyLadderMetrics, RungMetrics} from '../../../src/charts/loyalty-ladder/metrics.js';
import {expectClose} from '../../statistics/close.js';
import {demoLadders} from '../../support/demo-data.js';
import {forAny} from '../../support/for-any.js';
import {anyLadder, type LadderJson} from './any-ladder.js';
import {measured, moving, rungsIn} from './ladders.js';
import {flowByHand, orderOf, seriesOf, stockByHand} from './oracle.js';

/** Numbers agree to nine digits; whatever is null, text or structure agrees exactly. */
function expectAgreement(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number' && typeof actual === 'number')
    expect(Math.abs(actual - expected), path).to.be.at.most(1e-9 * Math.max(1, Math.abs(expected)));
  else if (typeof expected !== 'object' || expected === null) expect(actual, path).to.equal(expected);
  else
    for (const [name, part] of Object.entries(expected))
      expectAgreement((actual as Record<string, unknown> | null)?.[name], part, `${path}.${name}`);
}

describe('worked examples, through the chart', () => {
  const climbing = (up: number, n: number) =>
    rungsIn({moves: moving('customer', {client: up, customer: n - up})})['customer']!.climb;

  for (const [up, n, low, high] of [
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
  ] as const) {
    it(`1: Wilson, ${up} of ${n} climbed (Newcombe 1998a)`, () => {
      const climb = climbing(up, n);
      expectClose(climb, {count: up, n, rate: up / n});
      // The source prints six digits.
      expect(climb!.low).to.be.closeTo(low, 5.1e-7);
      expect(climb!.high).to.be.closeTo(high, 5.1e-7);
    });
  }

  const betweenPeriods = [
    {now: [56, 70], before: [48, 80], diff: 0.2, diffLow: 0.0524315, diffHigh: 0.3338727, pValue: 0.00813314},
    {now: [9, 10], before: [3, 10], diff: 0.6, diffLow: 0.1705227, diffHigh: 0.809018, pValue: 0.0049634},
    {now: [6, 7], before: [2, 7], diff: 0.5714286, diffLow: 0.0582279, diffHigh: 0.8062496, pValue: 0.02662506},
    {now: [5, 56], before: [0, 29], diff: 0.0892857, diffLow: -0.0381371, diffHigh: 0.19256, pValue: 0.11755573},
    {now: [0, 10], before: [0, 20], diff: 0, diffLow: -0.1611252, diffHigh: 0.2775328, pValue: 1},
    {now: [10, 10], before: [0, 20], diff: 1, diffLow: 0.679086, diffHigh: 1, pValue: 4.50782e-9},
    {now: [7, 34], before: [1, 34], diff: 0.1764706, diffLow: 0.0189214, diffHigh: 0.3403687, pValue: 0.03075019},
  ] as const;

  for (const {now, before, ...expected} of betweenPeriods) {
    it(`2: Newcombe, ${now.join('/')} climbed against ${before.join('/')} in the period before`, () => {
      const [up, n, upBefore, nBefore] = [...now, ...before];
      const moves = [
        {from: 'customer', to: 'client', count: up, previous: upBefore},
        {from: 'customer', to: 'customer', count: n - up, previous: nBefore - upBefore},
      ];
      expectClose(rungsIn({moves})['customer']!.climb!.change, expected);
    });

    it(`2: Newcombe, ${now.join('/')} reached the next step against ${before.join('/')}`, () => {
      const rows = [
        {rung: 'cart', count: now[1], previous: before[1]},
        {rung: 'order', count: now[0], previous: before[0]},
      ];
      expectClose(rungsIn({basis: 'reached', rows})['order']!.stepChange, expected);
    });
  }

  it('15: net promotion of 6 up and 16 down of 161 (Bonett & Price; Cavo 2012)', () => {
    const moves = moving('client', {supporter: 6, customer: 16, client: 139});
    expectClose(rungsIn({moves})['client']!.netPromotion, {rate: -0.0621118, low: -0.1194988, high: -0.0032006});
  });

  it('15: net promotion of 1 up and 7 down of 21', () => {
    const moves = moving('client', {supporter: 1, customer: 7, client: 13});
    expectClose(rungsIn({moves})['client']!.netPromotion, {rate: -0.2857143, low: -0.5083593, high: -0.0133798});
  });
});

describe('the numbers of the ladder', () => {
  for (const [name, json] of Object.entries(demoLadders)) {
    it(`are those of plain arithmetic for ${name}`, () => expectByHand(json));
  }

  it('are those of plain arithmetic for any ladder', () => forAny(anyLadder, expectByHand));
});

/** Every rung of every series against the oracle; moves only where the matrix is whole, as the oracle asks. */
function expectByHand(json: object): void {
  const metrics = measured(json);
  expect(metrics.series.map(({series}) => series)).to.deep.equal(seriesOf(json));
  for (const {series, rungs} of metrics.series) {
    expectAgreement(rungs, stockByHand(json, series), `${series ?? ''} stock`);
    if (metrics.hasMoves && isWhole(json, series))
      expectAgreement(rungs, flowByHand(json, series), `${series ?? ''} flow`);
  }
}

const isWhole = (json: Partial<LadderJson>, series: string | null): boolean =>
  orderOf(json).every((rung) => stays(json, series).has(rung));
const stays = ({moves}: Partial<LadderJson>, series: string | null): ReadonlySet<unknown> =>
  new Set(
    (moves ?? []).filter(({from, to, series: of}) => from === to && (of ?? null) === series).map(({from}) => from),
  );

describe('whatever the ladder', () => {
  const holds = (check: (metrics: LoyaltyLadderMetrics, json: LadderJson) => void) =>
    forAny(anyLadder, (json) => check(measured(json), json));
  const allRungs = ({series}: LoyaltyLadderMetrics) => series.flatMap(({rungs}) => rungs);

  it('shares of customers, value and spend add up to 1', () =>
    holds(({series, basis}) => {
      for (const {rungs} of series)
        for (const field of ['share', 'valueShare', 'spendShare'] as const) {
          const shares = rungs.map((rung) => rung[field]).filter((share) => share !== null);
          if (!shares.length || (field === 'share' && basis === 'reached')) continue;
          expect(
            shares.reduce((a, b) => a + b, 0),
            field,
          ).to.be.closeTo(1, 1e-9);
        }
    }));

  it('what became of the customers of a rung adds up to its opening count', () =>
    holds((metrics) => {
      for (const {opening, climb, slip, stay, leave} of allRungs(metrics)) {
        if (opening === null || opening === 0 || !stay || !leave) continue;
        expect([climb, slip, stay, leave].reduce((sum, flow) => sum + (flow?.count ?? 0), 0)).to.equal(opening);
      }
    }));

  it('rates lie in their intervals, and these from 0 to 1', () =>
    holds((metrics) => {
      for (const {climb, slip, stay, leave, step, fromFirst, netPromotion} of allRungs(metrics)) {
        for (const flow of [climb, slip, stay, leave, step, fromFirst])
          if (flow)
            expect([0, flow.low, flow.rate, flow.high, 1]).to.deep.equal(
              [0, flow.low, flow.rate, flow.high, 1].sort((a, b) => a - b),
            );
        if (netPromotion) expect([-1 <= netPromotion.low, netPromotion.high <= 1]).to.deep.equal([true, true]);
      }
    }));

  it('the top never climbs and the bottom never slips', () =>
    holds(({series}) => {
      for (const {rungs} of series)
        expect([rungs.at(-1)?.climb ?? null, rungs[0]?.slip ?? null]).to.deep.equal([null, null]);
    }));

  it('no number is NaN or infinite', () => holds((metrics) => expectFinite(metrics, 'metrics')));

  it('what is not known is null: never undefined, which JSON would lose', () =>
    holds((metrics) => expect(JSON.parse(JSON.stringify(metrics))).to.deep.equal(withoutMinusZero(metrics))));

  it('the order of rows and moves says nothing where the rungs are listed', () =>
    holds((metrics, json) => {
      if (!json.rungs || metrics.series.length > 1) return;
      const turned = {...json, rows: json.rows.toReversed(), ...(json.moves ? {moves: json.moves.toReversed()} : {})};
      expectAgreement(allRungs(measured(turned)), allRungs(metrics), 'reversed');
    }));

  it('other names are other words, not other numbers', () =>
    holds((metrics, json) => {
      if (!json.rungs) return;
      const rename = (name: unknown) => (typeof name === 'string' ? `the ${name}` : name);
      const renamed = measured({
        ...json,
        rungs: json.rungs.map(({id}) => ({id: rename(id)})),
        rows: json.rows.map(({rung, ...row}) => ({...row, rung: rename(rung)})),
        ...(json.moves
          ? {moves: json.moves.map(({from, to, ...move}) => ({...move, from: rename(from), to: rename(to)}))}
          : {}),
      });
      const numbers = (rungs: readonly RungMetrics[]) => rungs.map((rung) => ({...rung, rung: '', label: null}));
      expect(numbers(allRungs(renamed))).to.deep.equal(numbers(allRungs(metrics)));
    }));

  it('ten times the customers are ten times the counts and the same rates', () =>
    holds((metrics, json) => {
      const times = (row: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            COUNTED.has(name) && isNumber(value) ? Number(value) * 10 : value,
          ]),
        );
      const more = measured({
        ...json,
        rows: json.rows.map(times),
        ...(json.moves ? {moves: json.moves.map(times)} : {}),
      });
      const [small, large] = [allRungs(metrics), allRungs(more)];
      small.forEach((rung, index) => {
        const scaled = large[index]!;
        expect(scaled.count).to.equal(rung.count === null ? null : rung.count * 10);
        expectAgreement(
          [scaled.share, scaled.changeRate, scaled.climb?.rate],
          [rung.share, rung.changeRate, rung.climb?.rate],
          rung.rung,
        );
        if (rung.climb) expect(scaled.climb!.high - scaled.climb!.low).to.be.at.most(rung.climb.high - rung.climb.low);
      });
    }));

  it('measuring leaves the data alone', () =>
    holds((_, json) => {
      const before = structuredClone(json);
      measured(json);
      expect(json).to.deep.equal(before);
    }));
});

const COUNTED = new Set(['count', 'previous', 'target', 'value', 'spend', 'wonBack']);
const isNumber = (value: unknown): boolean =>
  (typeof value === 'number' && Math.abs(value) < 1e15) ||
  (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) && Number(value) < 1e14);

const withoutMinusZero = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutMinusZero);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutMinusZero(part)]));
  return value === 0 ? 0 : value;
};

function expectFinite(value: unknown, path: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), path).to.equal(true);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) expectFinite(part, `${path}.${name}`);
}

describe('what is not defined is null, never 0', () => {
  it('a share of nobody', () => expect(rungsIn([{rung: 'client', count: 0}])['client']!.share).to.equal(null));

  it('the share of a rung that nobody measured, while it is no gap for the others', () => {
    const {prospect, client} = rungsIn([{rung: 'prospect'}, {rung: 'client', count: 5}]);
    expect([prospect!.share, prospect!.reached, client!.share]).to.deep.equal([null, null, 1]);
  });

  it('the change rate from nobody', () => {
    const {client} = rungsIn([{rung: 'client', count: 5, previous: 0}]);
    expect([client!.change, client!.changeRate]).to.deep.equal([5, null]);
  });

  it('the climb rate of an empty rung', () => {
    const {client, customer} = rungsIn({
      moves: [...moving('client', {client: 0, supporter: 0}), ...moving('customer', {customer: 3})],
    });
    expect([client!.opening, client!.climb, client!.netPromotion, customer!.climb!.rate]).to.deep.equal([
      0,
      null,
      null,
      0,
    ]);
  });

  it('all rates where neither the matrix nor the rows give a base', () => {
    const {customer} = rungsIn({moves: moving('customer', {client: 3})});
    expect([customer!.opening, customer!.climb, customer!.stay]).to.deep.equal([null, null, null]);
  });

  it('moves without moves', () => {
    const {client} = rungsIn([{rung: 'client', count: 3, previous: 2}]);
    expect([client!.opening, client!.climb, client!.entered]).to.deep.equal([null, null, null]);
  });

  it('the change of a rate whose past nobody counted', () => {
    const moves = [...moving('customer', {customer: 5}), {from: 'customer', to: 'client', count: 5, previous: 3}];
    expect(rungsIn({moves})['customer']!.climb!.change).to.equal(null);
  });

  it('a step that more reached than the one below', () => {
    const {order} = rungsIn({
      basis: 'reached',
      rows: [
        {rung: 'cart', count: 5},
        {rung: 'order', count: 6},
      ],
    });
    expect([order!.reached, order!.step]).to.deep.equal([6, null]);
  });

  it('shares of value where one rung with customers has none', () => {
    const rows = [
      {rung: 'customer', count: 5, value: 10},
      {rung: 'client', count: 5},
    ];
    expect(rungsIn(rows)['customer']!.valueShare).to.equal(null);
    expect(rungsIn([rows[0], {rung: 'client', count: 0}])['customer']!.valueShare).to.equal(1);
  });

  it('shares of a value that is a loss as a whole', () =>
    expect(
      rungsIn([
        {rung: 'a', count: 1, value: 5},
        {rung: 'b', count: 1, value: -5},
      ])['a']!.valueShare,
    ).to.equal(null));
});

describe('all rungs together', () => {
  const json = {
    moves: [
      ...moving('customer', {customer: 50, client: 30, supporter: 10, out: 10}),
      ...moving('client', {customer: 20, client: 60, supporter: 10, out: 10}),
      ...moving('supporter', {customer: 5, supporter: 40, out: 5}),
      ...moving(null, {customer: 7}),
    ],
  };

  it('are the sums of their moves', () => {
    const {total} = measured(json).series[0]!;
    expect([
      total.opening,
      total.climb?.count,
      total.slip?.count,
      total.stay?.count,
      total.leave?.count,
      total.entered,
    ]).to.deep.equal([...[250, 50, 25, 150, 25, 7]]);
  });

  it('change by so many rungs on average: kept customers only', () =>
    expect(measured(json).series[0]!.meanRungChange).to.be.closeTo((30 + 2 * 10 - 20 + 10 - 2 * 5) / 225, 1e-12));

  it('have no mean change where nobody counted the stayers', () =>
    expect(measured({moves: moving('customer', {client: 3})}).series[0]!.meanRungChange).to.equal(null));

  it('have no rates where the base of one rung is missing', () => {
    const {total} = measured({moves: [...json.moves, ...moving('partner', {client: 1})]}).series[0]!;
    expect([total.opening, total.climb]).to.deep.equal([null, null]);
  });
});
