// Invented figures that show what the log cannot: prospects, spend per rung, targets, other stages, several regions.
// Nothing here is drawn at random: moves are written down, and counts follow from them, so that they always balance.
import {isCommand, writeDocument} from './write-document.mjs';

const GENERATED = 'Generated example data: invented figures, no real company.';
const AS_OF = '2026-10-31';
const PREVIOUS_AS_OF = '2026-07-31';

// Per rung: where the customers of three months ago stand now (to null: left).
const MOVES_BY_RUNG = [
  ['prospect', {prospect: 98_600, customer: 7_200, client: 200, null: 12_000}],
  ['customer', {prospect: 5_300, customer: 18_900, client: 1_900, supporter: 100, null: 3_200}],
  ['client', {prospect: 320, customer: 2_450, client: 8_150, supporter: 560, advocate: 20, null: 800}],
  ['supporter', {customer: 145, client: 1_020, supporter: 3_380, advocate: 150, partner: 5, null: 200}],
  ['advocate', {client: 50, supporter: 330, advocate: 1_190, partner: 30, null: 40}],
  ['partner', {supporter: 12, advocate: 66, partner: 352, null: 10}],
];

const ENTRIES = [
  {from: null, to: 'prospect', count: 15_780, wonBack: 0},
  {from: null, to: 'customer', count: 1_305, wonBack: 420},
  {from: null, to: 'client', count: 180, wonBack: 95},
  {from: null, to: 'supporter', count: 18, wonBack: 12},
  {from: null, to: 'advocate', count: 4, wonBack: 3},
  {from: null, to: 'partner', count: 3, wonBack: 0},
];

const MONEY = [
  {rung: 'prospect', target: 125_000, value: 0, spend: 1_000_000},
  {rung: 'customer', target: 31_000, value: 1_600_000, spend: 600_000},
  {rung: 'client', target: 13_000, value: 2_400_000, spend: 220_000},
  {rung: 'supporter', target: 5_000, value: 2_700_000, spend: 110_000},
  {rung: 'advocate', target: 1_700, value: 2_100_000, spend: 50_000},
  {rung: 'partner', target: 450, value: 1_200_000, spend: 20_000},
];

// Per region: customers per rung from prospect to partner, now and three months ago, and revenue now.
const REGIONS = [
  {
    series: 'North',
    count: [41_000, 10_400, 4_150, 1_640, 560, 160],
    previous: [40_200, 10_100, 4_400, 1_760, 600, 168],
    value: [0, 560_000, 860_000, 990_000, 800_000, 480_000],
  },
  {
    series: 'East',
    count: [33_500, 8_300, 3_050, 1_090, 330, 84],
    previous: [33_000, 8_200, 3_050, 1_080, 322, 80],
    value: [0, 440_000, 640_000, 650_000, 470_000, 250_000],
  },
  {
    series: 'South',
    count: [28_500, 7_100, 2_650, 1_020, 330, 92],
    previous: [28_100, 7_150, 3_350, 1_490, 540, 148],
    value: [0, 380_000, 550_000, 620_000, 490_000, 280_000],
  },
  {
    series: 'West',
    count: [17_000, 4_200, 1_650, 650, 210, 54],
    previous: [16_700, 3_950, 1_500, 570, 178, 44],
    value: [0, 220_000, 350_000, 440_000, 340_000, 190_000],
  },
];

/** The seed story: most of the spend goes to the two lowest rungs, most of the value comes from the upper ones. */
export function neglectedRungs() {
  const moves = [...MOVES_BY_RUNG.flatMap(([from, counts]) => movesFrom(from, counts)), ...ENTRIES];
  const rows = MONEY.map(({rung, ...money}) => ({
    rung,
    count: total(moves.filter(({to}) => to === rung)),
    previous: total(moves.filter(({from}) => from === rung)),
    ...money,
  }));
  return {...heading('at'), rungs: rows.map(({rung}) => ({id: rung})), rows, moves};
}

/** Other stages than the six rungs: who reached each step of an order. */
export function checkoutFunnel() {
  return {
    ...heading('reached'),
    rungs: [
      {id: 'browse', label: 'Browse'},
      {id: 'cart', label: 'Cart'},
      {id: 'order', label: 'Order'},
      {id: 'paid', label: 'Paid'},
    ],
    rows: [
      {rung: 'browse', count: 48_200, previous: 46_900},
      {rung: 'cart', count: 11_300, previous: 11_900},
      {rung: 'order', count: 5_240, previous: 5_310},
      {rung: 'paid', count: 4_870, previous: 4_820},
    ],
  };
}

/** Four regions on one ladder, for small multiples. */
export function regionalLadder() {
  const ids = MONEY.map(({rung}) => rung);
  const rows = REGIONS.flatMap(({series, count, previous, value}) =>
    ids.map((rung, index) => ({rung, series, count: count[index], previous: previous[index], value: value[index]})),
  );
  return {...heading('at'), rungs: ids.map((id) => ({id})), rows};
}

function heading(basis) {
  return {basis, asOf: AS_OF, previousAsOf: PREVIOUS_AS_OF, source: GENERATED};
}

function movesFrom(from, counts) {
  return Object.entries(counts).map(([to, count]) => ({from, to: to === 'null' ? null : to, count}));
}

function total(moves) {
  return moves.reduce((sum, {count}) => sum + count, 0);
}

if (isCommand(import.meta.url)) {
  writeDocument('neglected-rungs.json', neglectedRungs());
  writeDocument('checkout-funnel.json', checkoutFunnel());
  writeDocument('regional-ladder.json', regionalLadder());
}
