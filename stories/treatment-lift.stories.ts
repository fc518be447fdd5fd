import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect} from 'storybook/test';
import type {TreatmentLiftElement} from 'insight-elements';
import emailByDecile from '../demo/data/email-by-decile.json';
import emailByHistory from '../demo/data/email-by-history.json';
import goldCard from '../demo/data/gold-card-lift.json';
import emailTest from '../demo/data/treatment-lift.json';
import winBack from '../demo/data/win-back-test.json';

/** What a story gives to the element, as properties. */
type Args = Partial<TreatmentLiftElement>;

const meta: Meta<Args> = {
  title: 'Treatment lift',
  component: 'insight-treatment-lift',
  argTypes: {
    view: {control: 'inline-radio', options: ['intervals', 'arms', 'time', 'bins']},
    scale: {control: 'inline-radio', options: ['auto', 'relative', 'absolute']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
    data: {control: 'object'},
  },
  render: (args) => Object.assign(document.createElement('insight-treatment-lift'), args),
};

export default meta;
type Story = StoryObj<Args>;

/** A real randomised e-mail test: three metrics on one scale, both e-mails against none. */
export const Intervals: Story = {args: {data: emailTest, currency: 'USD'}};

/** Differences in each metric's own unit. */
export const Absolute: Story = {args: {data: emailTest, currency: 'USD', scale: 'absolute'}};

/** The level of each arm, the control first. */
export const Arms: Story = {args: {data: emailTest, currency: 'USD', view: 'arms'}};

/** Segments, and all of them together by Mantel–Haenszel. */
export const Segments: Story = {args: {data: emailByHistory, metric: 'Visit'}};

/** Uplift by tenth of earlier spend, uplift and Qini curve with their areas; small bins are withheld. */
export const Bins: Story = {args: {data: emailByDecile, view: 'bins', metric: 'Visit'}};

/** Generated: what the Gold Card does, with a guardrail and its margin apart. */
export const GoldCard: Story = {args: {data: goldCard, currency: 'EUR'}};

/** The probability that an arm is higher and what a wrong choice costs, the prior printed. */
export const Bayesian: Story = {args: {data: goldCard, currency: 'EUR', bayesian: true}};

/** Generated: a win-back letter through ten weeks; 80,000 customers a week make 360 more. */
export const Time: Story = {
  args: {data: {...winBack, metrics: [{id: 'Win-back', customers: 80000, per: 'week'}]}, view: 'time'},
};

/** A band that stays right however often one looks, around that of one look. */
export const AnyTime: Story = {
  args: {data: {...winBack, planned: 80000, finished: false}, view: 'time', anyTime: true},
};

/** A test that is still running says so. */
export const Running: Story = {args: {data: {...winBack, finished: false}}};

/** A result that shows nothing looks like one that shows nothing. */
export const NoClearDifference: Story = {
  args: {
    data: {
      randomised: true,
      rows: [
        {metric: 'Second purchase', arm: 'No card', control: true, n: 1004, conversions: 140},
        {metric: 'Second purchase', arm: 'Gold card', n: 996, conversions: 144},
      ],
    },
  },
};

/** Customers who are not split as planned come before any result. */
export const Mismatch: Story = {
  args: {data: {...emailTest, allocation: {'No e-mail': 2, 'Men’s e-mail': 1, 'Women’s e-mail': 1}}},
};

/** A control of 0, a mean close to 0, no variance, a back-end's own interval: each says why. */
export const Undefined: Story = {
  args: {
    minCell: 0,
    data: {
      randomised: true,
      rows: [
        {metric: 'Referred a friend', arm: 'Control', control: true, n: 2900, conversions: 0},
        {metric: 'Referred a friend', arm: 'Card', n: 5600, conversions: 50},
        {metric: 'Profit', arm: 'Control', control: true, n: 10, mean: 0.75, sd: 1.79},
        {metric: 'Profit', arm: 'Card', n: 10, mean: 2.33, sd: 2},
        {metric: 'Basket', arm: 'Control', control: true, n: 100, mean: 5},
        {metric: 'Basket', arm: 'Card', n: 100, mean: 5.5},
        {metric: 'Engagement', arm: 'Control', control: true},
        {metric: 'Engagement', arm: 'Card', lift: 0.12, low: -0.02, high: 0.31, level: 0.95},
      ],
    },
  },
};

/** A column of 320 px. */
export const Narrow: Story = {
  args: {data: emailTest},
  render: (args) => {
    const column = document.createElement('div');
    column.style.inlineSize = '288px';
    column.append(Object.assign(document.createElement('insight-treatment-lift'), args));
    return column;
  },
};

/** Sixty segments stay readable, one line each. */
export const Many: Story = {
  args: {
    data: {
      randomised: true,
      rows: Array.from({length: 60}, (_, index) => [
        {
          segment: `Segment ${index + 1}`,
          arm: 'Control',
          control: true,
          n: 400 + index * 13,
          conversions: 60 + (index % 7),
        },
        {segment: `Segment ${index + 1}`, arm: 'Card', n: 410 + index * 11, conversions: 64 + ((index * 5) % 23)},
      ]).flat(),
    },
  },
};

/** Nothing given yet. */
export const Waiting: Story = {args: {}};

/** Valid, and nothing to show. */
export const Empty: Story = {args: {data: {rows: []}}};

/** One bad metric is located and left out; the other stands. */
export const Partial_: Story = {
  name: 'Partial',
  args: {
    data: {
      ...emailTest,
      rows: [...emailTest.rows, {metric: 'Clicks', arm: 'No e-mail', control: true, n: 10, conversions: 11}],
    },
  },
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-treatment-lift')!;
    await element.updateComplete;
    await expect(element.issues.map(({path, code}) => `${path} ${code}`)).toEqual([
      'rows.9.conversions conversions_exceed_customers',
    ]);
  },
};

/** What is wrong, and where, in the reader's language. */
export const Invalid: Story = {
  args: {
    data: {
      rows: [
        {arm: 'Control', control: true, n: 20, conversions: 21},
        {arm: 'Card', n: '1,047', conversions: -1},
      ],
    },
  },
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-treatment-lift')!;
    await element.updateComplete;
    await expect(element.status).toBe('invalid');
  },
};
