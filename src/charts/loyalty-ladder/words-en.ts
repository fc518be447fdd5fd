import type {LadderWords} from './words.js';

const customers = (count: string): string => (count === '1' ? '1 customer' : `${count} customers`);

export const en: LadderWords = {
  title: 'Loyalty ladder',
  rung: {
    prospect: 'Prospect',
    customer: 'Customer',
    client: 'Client',
    supporter: 'Supporter',
    advocate: 'Advocate',
    partner: 'Partner',
  },
  customers: 'Customers',
  previous: 'Previous',
  change: 'Change',
  target: 'Target',
  share: 'Share',
  shareOfFirst: 'Of the first',
  reached: 'Reached',
  step: 'From the step before',
  climbed: 'Climbed',
  slipped: 'Slipped back',
  climbedHead: '↑ Climbed',
  slippedHead: '↓ Slipped back',
  stayed: 'Stayed',
  entered: 'Entries',
  wonBack: 'Won back',
  left: 'Exits',
  netPromotion: 'Net promotion',
  value: 'Value',
  valueShare: 'Share of value',
  spend: 'Spend',
  spendShare: 'Share of spend',
  spendAndValue: 'Spend and value',
  series: 'Series',
  rungColumn: 'Rung',
  rate: 'Rate',
  rateOf: (name) => `${name}, rate`,
  lowOf: (name, level) => `${name}, ${level} low`,
  highOf: (name, level) => `${name}, ${level} high`,
  changeRate: 'Change rate',
  changeOf: (name) => `${name}, change`,
  from: 'From',
  to: 'To',
  total: 'All rungs',
  notMeasured: 'not measured',
  wentOn: (rate) => `${rate} went on`,
  lost: (count, rate) => `${count} did not (${rate})`,
  lostMost: (lost) => `${lost} – largest loss`,
  arrow: (from, to) => `${from} → ${to}`,
  flow: (rate, count) => `${rate} (${count})`,
  changeBy: (change, rate) => `${change} (${rate})`,
  labelled: (name, value) => `${name}: ${value}`,
  inSeries: (series, sentence) => `${series}, ${sentence}`,
  rungSentence: (rung, count) => `${rung}: ${customers(count)}.`,
  flowSentence: (climbed, slipped) => `${climbed} climbed, ${slipped} slipped back.`,
  reachedSentence: (rung, count, rate) => `${rung}: ${count} reached, ${rate} of the first step.`,
  moveSentence: (from, to, count) => `From ${from} to ${to}: ${customers(count)}.`,
  stayedSentence: (rung, count) => `${rung}: ${customers(count)} stayed.`,
  sentences: (parts) => parts.join(' '),
  headline: {
    neglected: (rungs, valueShare, spendShare) =>
      `${valueShare} of value comes from ${rungs}, but ${spendShare} of spend goes there.`,
    leaks: ({climbed, slipped, rung, rate}) =>
      `More customers slipped back (${slipped}) than climbed (${climbed}); most from ${rung}, where ${rate} slipped.`,
    slipping: (climbed, slipped, exits) =>
      `More customers slipped back (${slipped}) than climbed (${climbed}); ${exits} left the ladder.`,
    climbing: (climbed, slipped, exits) =>
      `More customers climbed (${climbed}) than slipped back (${slipped}); ${exits} left the ladder.`,
    balanced: (climbed, slipped, exits) =>
      `No clear difference between climbing (${climbed}) and slipping back (${slipped}); ${exits} left the ladder.`,
    changed: (rung, change, rate) => `${rung} changed most: ${change} customers (${rate}).`,
    stand: (rungs, share) => `${share} of customers stand on ${rungs}.`,
    reached: ({rung, rate, lossRung, lossRate}) =>
      `${rate} reached ${rung}; the largest loss is before ${lossRung} (${lossRate}).`,
    reachedAll: (rung, rate) => `${rate} reached ${rung}.`,
    differ: ({highest, highestShare, lowest, lowestShare}) =>
      `On the upper half of the ladder: ${highestShare} of customers in ${highest}, ${lowestShare} in ${lowest}.`,
    none: 'No customers are counted on any rung.',
  },
  notes: {
    between: (from, to) => `Moves between ${from} and ${to}.`,
    snapshot: 'A snapshot: shares of customers who stand on a rung or higher, not a conversion over time.',
    notMeasured: (rungs) => `Not measured: ${rungs}.`,
    rises: (above, below) => `More customers reached ${above} than ${below}: the step between them has no rate.`,
    few: (rungs, count) => `Fewer than ${count} customers at the start, so rates are uncertain: ${rungs}.`,
    moneyIncomplete: (name) => `${name} is not given for every rung, so there are no shares of it.`,
    sameCustomers:
      'Changes against the previous period may concern the same customers; their intervals take them as independent.',
    flows: 'Arrows are wide as the number of customers who moved.',
  },
  rules: {
    too_many_rungs: ({expected, got}) => `too many rungs: at most ${expected ?? ''}, got ${got ?? ''}`,
    too_many_series: ({expected, got}) => `too many series: at most ${expected ?? ''}, got ${got ?? ''}`,
    unknown_rung: ({expected, got}) => `not among the rungs (${expected ?? ''}): ${got ?? ''}`,
    move_from_nowhere_to_nowhere: () => 'a move needs "from", "to" or both',
    won_back_without_entry: () => 'only customers who enter (from: null) can be won back',
    won_back_exceeds_entries: ({expected, got}) =>
      `won back (${got ?? ''}) exceeds those who entered (${expected ?? ''})`,
    moves_contradict_previous: ({expected, got}) =>
      `the moves that start here add up to ${expected ?? ''}, but the opening count is ${got ?? ''}`,
    moves_contradict_count: ({expected, got}) =>
      `the moves that end here add up to ${expected ?? ''}, but the count is ${got ?? ''}`,
  },
};
