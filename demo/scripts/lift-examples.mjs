// Generated tests with a control group: the Gold Card, and a win-back letter watched for ten weeks.
import {dateOf, dayNumber} from './calendar.mjs';
import {normal, randomFrom, shuffled} from './random.mjs';
import {isCommand, writeDocument} from './write-document.mjs';

const GENERATED = 'Generated example data (seeded draws): no real company, no real customers.';

const GOLD_CARD = {
  seed: 25_33,
  customers: 40_000,
  invited: 15_000,
  cardholders: 10_000,
  // What the generator puts in: the card adds three points to the chance of a purchase and 2 % to what is spent.
  buys: {invited: 0.7, others: 0.6},
  cardAddsToChance: 0.03,
  cardAddsToSpend: 0.02,
  returns: 0.062,
  cardholdersShareOfSales: 0.33,
};

const WIN_BACK = {seed: 2_81, weeks: 10, perArmAndWeek: 4_000, idleAWeek: 80_000, lastWeekEnds: '2026-10-25'};
const WIN_BACK_ARMS = [
  {arm: 'No letter', control: true, returned: 944},
  {arm: 'Letter', returned: 1_124},
];

/**
 * A quarter of the customers holds a Gold Card and makes 33 % of sales, because good customers were invited; a third of
 * the invited, drawn at random, got no card and is the control group.
 * @returns {{group: 'card' | 'control' | 'not invited', pence: number, returned: boolean}[]} one per customer
 */
export function goldCardCustomers() {
  const random = randomFrom(GOLD_CARD.seed);
  const everyone = Array.from({length: GOLD_CARD.customers}, () => {
    const spendsUsually = 4.4 + 0.7 * normal(random);
    return {spendsUsually, liking: spendsUsually + 1.1 * normal(random)};
  });
  const byLiking = everyone.sort((a, b) => b.liking - a.liking);
  const invited = shuffled(byLiking.slice(0, GOLD_CARD.invited), random);
  const card = invited.slice(0, GOLD_CARD.cardholders).map((person) => ({...person, group: 'card'}));
  const control = invited.slice(GOLD_CARD.cardholders).map((person) => ({...person, group: 'control'}));
  const others = byLiking.slice(GOLD_CARD.invited).map((person) => ({...person, group: 'not invited'}));
  return scaledToShare([...card, ...control, ...others].map((person) => outcomeOf(person, random)));
}

/** Cardholders against the invited without a card. */
export function goldCardLift(customers) {
  const arms = [
    {arm: 'Control', control: true, members: customers.filter(({group}) => group === 'control')},
    {arm: 'Gold card', members: customers.filter(({group}) => group === 'card')},
  ];
  const rowsOf = (metric, outcome) =>
    arms.map(({members, ...arm}) => ({metric, ...arm, n: members.length, ...outcome(members)}));
  return {
    ...heading({Control: 1, 'Gold card': 2}),
    metrics: [
      {id: 'Bought in the quarter', better: 'up'},
      {id: 'Spend per customer', better: 'up', money: true},
      {id: 'Returned an order', better: 'down', guardrail: true, margin: 0.01},
    ],
    rows: [
      ...rowsOf('Bought in the quarter', (members) => ({conversions: count(members, ({pence}) => pence > 0)})),
      ...rowsOf('Spend per customer', spendOf),
      ...rowsOf('Returned an order', (members) => ({conversions: count(members, ({returned}) => returned)})),
    ],
  };
}

/** The same customers as shares: what one sees without a control group. */
export function goldCardShare(customers) {
  const rowOf = (segment, members) => ({segment, customers: members.length, value: penceOf(members) / 100});
  return {
    source: GENERATED,
    rows: [
      rowOf(
        'Gold card',
        customers.filter(({group}) => group === 'card'),
      ),
      rowOf(
        'No card',
        customers.filter(({group}) => group !== 'card'),
      ),
    ],
  };
}

/**
 * Ten weeks of a win-back letter to idle customers, counts up to and including each week. The whole test ends on 2.36 %
 * without and 2.81 % with the letter; the week in which each customer returned is drawn.
 */
export function winBackTest() {
  const random = randomFrom(WIN_BACK.seed);
  const rows = WIN_BACK_ARMS.flatMap(({returned, ...arm}) => {
    const weeks = Array.from({length: returned}, () => Math.floor(random() * WIN_BACK.weeks));
    return Array.from({length: WIN_BACK.weeks}, (_, week) => ({
      metric: 'Win-back',
      ...arm,
      date: dateOf(dayNumber(WIN_BACK.lastWeekEnds) - 7 * (WIN_BACK.weeks - 1 - week)),
      n: WIN_BACK.perArmAndWeek * (week + 1),
      conversions: weeks.filter((returnedIn) => returnedIn <= week).length,
    }));
  });
  const metric = {id: 'Win-back', better: 'up', customers: WIN_BACK.idleAWeek, per: 'week'};
  const planned = 2 * WIN_BACK.perArmAndWeek * WIN_BACK.weeks;
  return {...heading({'No letter': 1, Letter: 1}), planned, metrics: [metric], rows};
}

function heading(allocation) {
  return {source: GENERATED, randomised: true, finished: true, level: 0.95, allocation};
}

function outcomeOf({group, spendsUsually}, random) {
  const hasCard = group === 'card';
  const chance =
    (group === 'not invited' ? GOLD_CARD.buys.others : GOLD_CARD.buys.invited) +
    (hasCard ? GOLD_CARD.cardAddsToChance : 0);
  const buys = random() < chance;
  const amount = Math.exp(spendsUsually + 0.5 * normal(random)) * (hasCard ? 1 + GOLD_CARD.cardAddsToSpend : 1);
  const returned = random() < GOLD_CARD.returns;
  return {group, pence: buys ? Math.round(amount * 100) : 0, returned: buys && returned};
}

// One factor for all who were invited, cardholders and control alike: it sets the share of sales and leaves the lift.
function scaledToShare(customers) {
  const [card, control, others] = ['card', 'control', 'not invited'].map((group) =>
    penceOf(customers.filter((customer) => customer.group === group)),
  );
  const share = GOLD_CARD.cardholdersShareOfSales;
  const factor = (share * others) / ((1 - share) * card - share * control);
  return customers.map((customer) =>
    customer.group === 'not invited' ? customer : {...customer, pence: Math.round(customer.pence * factor)},
  );
}

function spendOf(members) {
  const mean = penceOf(members) / members.length;
  const squares = members.reduce((sum, {pence}) => sum + (pence - mean) ** 2, 0);
  return {mean: pounds(mean), sd: pounds(Math.sqrt(squares / (members.length - 1)))};
}

function pounds(pence) {
  return Number((pence / 100).toFixed(6));
}

function penceOf(customers) {
  return customers.reduce((sum, {pence}) => sum + pence, 0);
}

function count(customers, holds) {
  return customers.filter(holds).length;
}

if (isCommand(import.meta.url)) {
  const customers = goldCardCustomers();
  writeDocument('gold-card-lift.json', goldCardLift(customers));
  writeDocument('gold-card-share.json', goldCardShare(customers));
  writeDocument('win-back-test.json', winBackTest());
}
