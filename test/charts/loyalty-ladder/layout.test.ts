import {expect} from 'chai';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import {layoutLoyaltyLadder} from '../../../src/charts/loyalty-ladder/layout.js';
import type {FunnelLayout} from '../../../src/charts/loyalty-ladder/layout-funnel.js';
import type {LadderLayout} from '../../../src/charts/loyalty-ladder/layout-ladder.js';
import type {MovesLayout} from '../../../src/charts/loyalty-ladder/layout-moves.js';
import {en} from '../../../src/charts/loyalty-ladder/words-en.js';
import {ladderZhCN as zhCN} from '../../../src/charts/loyalty-ladder/words-zh-cn.js';
import {frameOf} from '../../../src/chart/frame.js';
import {localeOf} from '../../../src/locale/locale.js';
import {demoCases} from '../../support/demo-data.js';
import {forAny} from '../../support/for-any.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {misplacedIn} from '../../support/text-boxes.js';
import {anyLadder} from './any-ladder.js';
import {measured, moving, VIEWS} from './ladders.js';

type View = (typeof VIEWS)[number];

interface Asked {
  readonly view: View;
  readonly width?: number;
  readonly lang?: string;
  readonly minCell?: number;
}

function layoutOf(json: unknown, {view, width = 720, lang = 'en'}: Asked) {
  const options = {...loyaltyLadder.defaults, minCell: 0, view};
  const words = lang === 'en' ? en : zhCN;
  return layoutLoyaltyLadder(measured(json, options), {
    frame: frameOf({width}),
    locale: localeOf(lang),
    words,
    options,
  });
}
const ladderOf = (json: unknown, asked: Partial<Asked> = {}) =>
  layoutOf(json, {view: 'ladder', ...asked}) as LadderLayout;
const funnelOf = (json: unknown, asked: Partial<Asked> = {}) =>
  layoutOf(json, {view: 'funnel', ...asked}) as FunnelLayout;
const movesOf = (json: unknown, asked: Partial<Asked> = {}) => layoutOf(json, {view: 'moves', ...asked}) as MovesLayout;

const rows = [
  {rung: 'customer', count: 400, previous: 200, target: 300},
  {rung: 'client', count: 100},
  {rung: 'supporter', count: null},
];
const moves = [
  ...moving('customer', {customer: 100, client: 40, out: 60}),
  ...moving('client', {customer: 20, client: 60, out: 0}),
  ...moving(null, {customer: 30}),
];

describe('places of the ladder', () => {
  for (const width of [720, 320]) {
    it(`at ${width} pixels: bars from one baseline, as long as their counts`, () => {
      const {panels, width: whole} = ladderOf(rows, {width});
      const [supporter, client, customer] = panels[0]!.rungs;
      expect(whole).to.equal(width);
      expect([supporter?.rung, client?.rung, customer?.rung]).to.deep.equal(['supporter', 'client', 'customer']);
      expect(customer!.bar).to.be.at.least(64);
      expect(client!.bar).to.be.closeTo(customer!.bar! / 4, 1e-9);
      expect(customer!.previousBar).to.be.closeTo(customer!.bar! / 2, 1e-9);
      expect(customer!.targetX).to.be.closeTo(customer!.bar! * 0.75, 1e-9);
      expect([supporter!.bar, supporter!.countText]).to.deep.equal([null, 'not measured']);
      expect([supporter!.y < client!.y, client!.y < customer!.y]).to.deep.equal([true, true]);
    });
  }

  it('at 720 pixels, in numbers', () => {
    const {height, panels} = ladderOf(rows);
    const [{x, y, plotX, barHeight, rungs}] = panels as [LadderLayout['panels'][number]];
    expect({x, y, plotX, barHeight, height, tops: rungs.map((d) => d.y)}).to.deep.equal({
      ...{x: 0, y: 0, plotX: 77, barHeight: 24, height: 124, tops: [24, 60, 96]},
    });
  });

  it('give arrows widths as the number of customers who moved', () => {
    const {flows} = ladderOf({moves}).panels[0]!;
    const width = (key: string) => flows.find((flow) => flow.key === key)!.width;
    expect(width('up customer')).to.be.closeTo(width('down customer') * 2, 1e-9);
  });

  it('give a move of nobody no arrow but its words', () => {
    const {flows} = ladderOf({
      moves: [...moving('customer', {customer: 5, client: 5}), ...moving('client', {client: 3})],
    }).panels[0]!;
    const down = flows.find(({direction}) => direction === 'down')!;
    expect([down.width, down.text]).to.deep.equal([0, '0.0% (0)']);
  });

  it('hold several series on one scale', () => {
    const series = (name: string, count: number) => [{rung: 'customer', series: name, count}];
    const {panels} = ladderOf([...series('North', 400), ...series('South', 100)]);
    const [north, south] = panels.map(({rungs}) => rungs[0]!.bar!);
    expect(south).to.be.closeTo(north! / 4, 1e-9);
    expect(panels.map(({x, y}) => [x, y])).to.deep.equal([
      [0, 0],
      [376, 0],
    ]);
  });
});

describe('places of the funnel', () => {
  const steps = {
    basis: 'reached',
    rows: [
      {rung: 'cart', count: 200},
      {rung: 'order', count: 100},
      {rung: 'paid', count: 80},
    ],
  };

  it('put the first step at the top and every bar on one scale', () => {
    const [cart, order, paid] = funnelOf(steps).panels[0]!.steps;
    expect([cart!.rung, order!.rung, paid!.rung]).to.deep.equal(['cart', 'order', 'paid']);
    expect([cart!.y, order!.y, paid!.y]).to.deep.equal([2, 58, 114]);
    expect([order!.bar! / cart!.bar!, paid!.bar! / cart!.bar!]).to.deep.equal([0.5, 0.4]);
  });

  it('say between two steps who went on and where most were lost', () => {
    const [cart, order, paid] = funnelOf(steps).panels[0]!.steps;
    expect(cart!.gap).to.equal(null);
    expect(order!.gap).to.include({wentOn: '50.0% went on', isLargestLoss: true});
    expect(paid!.gap).to.include({wentOn: '80.0% went on', isLargestLoss: false});
  });
});

describe('places of the moves', () => {
  const {panels} = movesOf({moves});
  const {cells} = panels[0]!;
  const cell = (from: string | null, to: string | null) => cells.find((d) => d.from === from && d.to === to)!;

  it('put stayers on the diagonal, climbers on one side of it and slippers on the other', () => {
    expect(cell('customer', 'customer').direction).to.equal('stay');
    expect(cell('customer', 'client').direction).to.equal('up');
    expect(cell('client', 'customer').direction).to.equal('down');
    expect(cell('customer', null).direction).to.equal('leave');
    expect(cell(null, 'customer').direction).to.equal('enter');
  });

  it('put moves from one rung in a row and to one rung in a column', () => {
    expect(cell('customer', 'client').y).to.equal(cell('customer', 'customer').y);
    expect(cell('customer', 'customer').x).to.equal(cell('client', 'customer').x);
    expect(cell(null, 'customer').y).to.be.above(cell('client', 'customer').y);
    expect(cell('customer', null).x).to.be.above(cell('customer', 'client').x);
  });

  it('shade a cell as its rate in the row, an entry as its share of entries', () => {
    expect(cell('customer', 'client').weight).to.equal(40 / 200);
    expect(cell(null, 'customer').weight).to.equal(1);
  });

  it('write rates into all cells with customers or into none, whatever the width', () => {
    // 4.0 % needs less room than 96.0 %.
    const uneven = {moves: [...moving('customer', {customer: 96, client: 4}), ...moving('client', {client: 50})]};
    const told = Array.from({length: 60}, (_, step) => {
      const shown = movesOf(uneven, {width: 200 + step * 5}).panels[0]!.cells.filter(({count}) => count);
      expect(shown).to.have.length(3);
      return shown.filter(({rateText}) => rateText).length;
    });
    expect([...new Set(told)].sort()).to.deep.equal([0, 3]);
  });
});

const german = [
  'Erstkundenbegrüßungsprogrammteilnehmende',
  'Treueprogrammgoldkartenbestandskundschaft',
  'Weiterempfehlungspartnerschaftsmitglieder',
];
const chinese = ['首次到店体验但尚未注册会员的潜在消费者', '每季度至少复购两次的稳定客户', '合作伙伴'];
const matrix = (names: readonly string[], scale = 1) => ({
  rungs: names.map((id) => ({id})),
  rows: names.map((rung, index) => ({
    rung,
    target: 160 * scale,
    value: 1000 * index,
    spend: 1000 * (names.length - index),
  })),
  moves: names.flatMap((from) =>
    moving(from, {...Object.fromEntries(names.map((to) => [to, 40 * scale])), out: 9 * scale}),
  ),
});
const shapes: Readonly<Record<string, unknown>> = {
  'no rung': [],
  'one rung': [{rung: 'client', count: 12, previous: 9, target: 10}],
  'a rung of nobody': [{rung: 'client', count: 0}],
  'rungs that nobody measured': [{rung: 'client'}, {rung: 'partner', count: 0}],
  'the largest counts there are': [
    {rung: 'customer', count: Number.MAX_SAFE_INTEGER, previous: Number.MAX_SAFE_INTEGER - 1, target: 1},
    {rung: 'client', count: 1, previous: 0, target: Number.MAX_SAFE_INTEGER},
  ],
  'moves of millions': matrix(['customer', 'client', 'supporter'], 1e6),
  'German names of forty letters': matrix(german),
  'Chinese names': matrix(chinese),
  'names without a space or an end': matrix(['W'.repeat(300), 'i'.repeat(300)]),
  'forty stages': matrix(Array.from({length: 40}, (_, index) => `Stage ${index}`)),
  'many series with long names': ['W'.repeat(120), ...german, ...chinese].flatMap((series) => [
    {rung: 'customer', series, count: 4000, previous: 3000},
    {rung: 'client', series, count: 1000},
  ]),
};

describe('whatever is drawn', () => {
  const misplaced = (json: unknown, asked: Asked) => misplacedIn(sceneOf(loyaltyLadder, json, asked)).join('\n');

  for (const width of [320, 480, 720, 1280]) {
    for (const {name, data, view} of demoCases(loyaltyLadder))
      for (const lang of ['en', 'zh'])
        it(`stays in the frame and apart: ${name}, ${view}, ${lang}, ${width} pixels`, () =>
          expect(misplaced(data, {view: view as View, width, lang})).to.equal(''));

    for (const [name, json] of Object.entries(shapes))
      for (const view of VIEWS)
        it(`stays in the frame and apart: ${name}, ${view}, ${width} pixels`, () =>
          expect(misplaced(json, {view, width, minCell: 0})).to.equal(''));
  }

  it('has only places that are numbers, and no negative lengths, in any width', () =>
    forAny(anyLadder, (json) => {
      for (const view of VIEWS)
        for (const width of [1, 37, 160, 720, 4000]) {
          const scene = sceneOf(loyaltyLadder, json, {view, width, minCell: 0});
          expect(Number.isFinite(scene.height) && scene.height >= 0).to.equal(true);
          expect(marksOf(scene.marks).flatMap(oddNumbers)).to.deep.equal([]);
        }
    }));

  it('has a key of its own among its siblings, whatever the rungs are called', () =>
    forAny(anyLadder, (json) => {
      for (const view of VIEWS) {
        const groups = [
          {marks: sceneOf(loyaltyLadder, json, {view, minCell: 0}).marks},
          ...marksOf(sceneOf(loyaltyLadder, json, {view, minCell: 0}).marks),
        ];
        for (const group of groups)
          if ('marks' in group) {
            const keys = group.marks.map(({key}) => key);
            expect(new Set(keys).size, keys.join(' | ')).to.equal(keys.length);
          }
      }
    }));

  it('has an id of its own for moves whose names read alike', () => {
    const alike = {moves: [...moving('a b', {c: 1, 'b c': 2}), ...moving('a', {'b c': 3, c: 4})]};
    const ids = marksOf(sceneOf(loyaltyLadder, alike, {view: 'moves', minCell: 0}).marks).flatMap(({datum}) =>
      datum ? [datum.id] : [],
    );
    expect(new Set(ids).size).to.equal(4);
  });

  it('has an id of its own for every datum', () =>
    forAny(anyLadder, (json) => {
      for (const view of VIEWS) {
        const ids = marksOf(sceneOf(loyaltyLadder, json, {view, minCell: 0}).marks).flatMap(({datum}) =>
          datum ? [datum.id] : [],
        );
        expect(new Set(ids).size, ids.join(' | ')).to.equal(ids.length);
      }
    }));
});

/** Numbers of a mark that are none, and lengths below 0. */
const oddNumbers = (mark: object): string[] =>
  Object.entries(mark).flatMap(([name, value]) => {
    if (name === 'd' && /NaN|Infinity|undefined/.test(String(value))) return [`d ${String(value)}`];
    if (typeof value !== 'number') return [];
    const isLength = ['width', 'height', 'r', 'size'].includes(name);
    return !Number.isFinite(value) || (isLength && value < 0) ? [`${name} ${value}`] : [];
  });
