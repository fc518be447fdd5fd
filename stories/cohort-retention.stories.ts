import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent} from 'storybook/test';
import type {CohortRetentionElement} from 'insight-elements';
import onlineRetail from '../demo/data/cohort-retention.json';
import secondPurchase from '../demo/data/second-purchase.json';
import telcoChurn from '../demo/data/telco-churn.json';
import winBack from '../demo/data/win-back.json';

/** What a story gives to the element, as properties. */
type Args = Partial<CohortRetentionElement>;

const meta: Meta<Args> = {
  title: 'Cohort retention',
  component: 'insight-cohort-retention',
  argTypes: {
    view: {control: 'inline-radio', options: ['curves', 'triangle', 'both', 'trend']},
    mode: {control: 'inline-radio', options: ['', 'bounded', 'on-or-after', 'still-active']},
    mean: {control: 'inline-radio', options: ['', 'pooled', 'chained', 'simple']},
    relative: {control: 'inline-radio', options: ['start', 'previous']},
    values: {control: 'inline-radio', options: ['rates', 'counts']},
    group: {control: 'inline-radio', options: ['', 'month', 'quarter', 'year']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
    data: {control: 'object'},
  },
  render: (args) => Object.assign(document.createElement('insight-cohort-retention'), args),
};

export default meta;
type Story = StoryObj<Args>;

/** A real purchase log by month of the first purchase. Open marks: the month is not over. Dotted: older customers. */
export const Curves: Story = {args: {data: onlineRetail}};

/** The same as cohort × age: the last diagonal is hatched, and in no mean. */
export const Triangle: Story = {args: {data: onlineRetail, view: 'triangle'}};

/** Curves over triangle: what is pointed at in one is marked in the other. */
export const Linked: Story = {
  args: {data: onlineRetail, view: 'both', group: 'quarter'},
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-cohort-retention')!;
    await element.updateComplete;
    const drawing = element.shadowRoot!.querySelector('svg')!;
    drawing.querySelector<SVGElement>('[tabindex="0"]')!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(drawing.querySelector('[part=cursor] [part=line]')).not.toBeNull();
    await expect(drawing.querySelector('[part=cursor] [part=cell]')).not.toBeNull();
  },
};

/** One age through time: bought again within 45 days, week by week. The last weeks stand apart. */
export const SecondPurchase: Story = {args: {data: secondPurchase, view: 'trend', age: 45}};

/** The same against a plan that rises a little every week. */
export const AgainstPlan: Story = {
  args: {
    data: {
      ...secondPurchase,
      plan: [{period: 45, rate: 0.2934, step: 0.0006, cohort: '2011-01-03', until: '2011-03-14'}],
    },
    view: 'trend',
    age: 45,
  },
};

/** Customers idle for 45 to 90 days who came back that week. */
export const WinBack: Story = {args: {data: winBack, view: 'trend', age: 7, heading: 'Win-back'}};

/** Still active (Kaplan–Meier), by contract; nobody says who would have left later. */
export const StillActive: Story = {args: {data: telcoChurn, heading: 'Still a customer'}};

/** A projection is dashed, named, and refused where it does not fit. */
export const Projection: Story = {
  args: {
    data: {
      unit: 'year',
      mode: 'still-active',
      rows: [1000, 869, 743, 653, 593, 551, 517, 491].map((retained, period) => ({
        cohort: '2000',
        size: 1000,
        period,
        retained,
      })),
    },
    projection: 5,
  },
};

/** Like for like: every step is taken by the same cohorts. */
export const LikeForLike: Story = {args: {data: onlineRetail, mean: 'chained'}};

/** A column of 320 px. */
export const Narrow: Story = {
  args: {data: onlineRetail, view: 'both'},
  render: (args) => {
    const column = document.createElement('div');
    column.style.inlineSize = '288px';
    column.append(Object.assign(document.createElement('insight-cohort-retention'), args));
    return column;
  },
};

const WEEKS = 156;
const mondayOf = (week: number) => new Date(Date.UTC(2023, 0, 2 + week * 7)).toISOString().slice(0, 10);

/** Generated: three years of weekly cohorts. Cells are painted, not nodes; the keyboard reaches every one. */
export const Dense: Story = {
  args: {
    data: {
      unit: 'week',
      asOf: mondayOf(WEEKS),
      rows: Array.from({length: WEEKS}, (_, cohort) =>
        Array.from({length: WEEKS - cohort}, (_, period) => ({
          cohort: mondayOf(cohort),
          size: 900,
          period,
          retained: Math.round(900 / (1 + period * 0.4 + Math.sin((cohort + period) / 9) * 0.3 * Math.min(1, period))),
        })),
      ).flat(),
    },
    view: 'both',
  },
};

/** A value that cannot be is left out and named; the rest is drawn. */
export const Partial: Story = {
  args: {
    data: [
      {cohort: '2026-01', size: 420, period: 1, retained: 210},
      {cohort: '2026-02', size: 400, period: 1, retained: 4100},
    ],
  },
};

/** Nothing given yet. */
export const Waiting: Story = {args: {}};

/** Valid, and nothing to show. */
export const Empty: Story = {args: {data: {rows: []}}};
