import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import type {SegmentMatrixElement} from 'insight-elements';
import campaignRedemption from '../demo/data/campaign-redemption.json';
import loyaltyAndValue from '../demo/data/loyalty-and-value.json';
import loyaltyGroups from '../demo/data/loyalty-groups.json';
import loyaltyProfitability from '../demo/data/loyalty-profitability.json';
import revenueQuarters from '../demo/data/revenue-quarters.json';
import recencyFrequency from '../demo/data/segment-matrix.json';
import tierMigration from '../demo/data/tier-migration.json';
import walletAffinity from '../demo/data/wallet-affinity.json';

/** What a story gives to the element, as properties. */
type Args = Partial<SegmentMatrixElement>;

const meta: Meta<Args> = {
  title: 'Segment matrix',
  component: 'insight-segment-matrix',
  argTypes: {
    view: {control: 'inline-radio', options: ['auto', 'grid', 'quadrant', 'share', 'migration']},
    measure: {control: 'select', options: ['auto', 'customers', 'value', 'value-per-customer', 'index', 'change']},
    quadrantNames: {control: 'inline-radio', options: ['none', 'loyalty-profitability', 'wallet-affinity']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
    data: {control: 'object'},
  },
  render: (args) => Object.assign(document.createElement('insight-segment-matrix'), args),
};

export default meta;
type Story = StoryObj<Args>;

/** Recency × frequency of a real purchase log: blue is worth more than the average customer, orange less. */
export const Grid: Story = {args: {data: recencyFrequency, currency: 'GBP'}};

/** The same, coloured by revenue. */
export const GridByValue: Story = {args: {data: recencyFrequency, currency: 'GBP', measure: 'value'}};

/** Rows and columns by the value of their sums, the largest first; the order given in the data gives way. */
export const Sorted: Story = {args: {data: recencyFrequency, currency: 'GBP', measure: 'value', sorted: true}};

/** The customers of a year ago are not in these data: the legend says so, and an issue names what is needed. */
export const MeasureNotGiven: Story = {args: {data: recencyFrequency, currency: 'GBP', measure: 'change'}};

/** Small groups are withheld, and further cells so that nobody can compute them. */
export const Withheld: Story = {args: {data: campaignRedemption}};

/** Loyal is not the same as profitable. Thresholds move by mouse and by arrow keys; arrows come from last year. */
export const Quadrants: Story = {
  args: {data: loyaltyProfitability, quadrantNames: 'loyalty-profitability', currency: 'EUR'},
};

/** Nine segments of the real log, crowded on one axis. */
export const QuadrantsOfALog: Story = {
  args: {data: loyaltyAndValue, quadrantNames: 'loyalty-profitability', currency: 'GBP'},
};

/** Generated example: who likes us and spends elsewhere? The names of quadrants and axes come with the preset. */
export const WalletAndAffinity: Story = {
  args: {data: walletAffinity, quadrantNames: 'wallet-affinity', currency: 'EUR'},
};

/** Generated example: the profile of a segment – style, motive, profit, needs – stands in its tooltip and in the table. */
export const Profiles: Story = {
  args: {data: walletAffinity, view: 'share', currency: 'EUR'},
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-segment-matrix')!;
    await element.updateComplete;
    const root = element.shadowRoot!;
    root.querySelector<HTMLButtonElement>('[part=table-switch]')!.click();
    root.querySelector<SVGElement>('[tabindex="0"]')!.focus();
    await expect(root.querySelector('[part=tooltip]')).toHaveTextContent('Joy of cooking');
    await waitFor(() => expect(root.querySelector('[part=table]')).toHaveTextContent('Advice at the counter'));
  },
};

/** A quarter of the customers with four fifths of the value. */
export const Share: Story = {args: {data: revenueQuarters, currency: 'GBP'}};

/** Three segments: 31, 21 and 48 % of customers. */
export const ShareOfThree: Story = {args: {data: loyaltyGroups, currency: 'EUR'}};

/** From tier to tier between two half-years. */
export const Migration: Story = {args: {data: tierMigration}};

/** A column of 320 px: shorter names, fewer numbers, the same findings. */
export const Narrow: Story = {
  args: {data: recencyFrequency, currency: 'GBP'},
  render: (args) => {
    const column = document.createElement('div');
    column.style.inlineSize = '288px';
    column.append(Object.assign(document.createElement('insight-segment-matrix'), args));
    return column;
  },
};

const BANDS = 30;

/** Generated: 900 cells. They are painted, not nodes; the keyboard reaches every one. */
export const Dense: Story = {
  args: {
    data: {
      rows: Array.from({length: BANDS * BANDS}, (_, index) => {
        const [row, column] = [Math.floor(index / BANDS), index % BANDS];
        const customers = 20 + Math.round(900 / (1 + Math.abs(row - column)));
        const value = Math.round(customers * (9 + 6 * Math.sin(row / 5) * Math.cos(column / 7)));
        return {row: `Spend ${row + 1}`, column: `Age ${column + 1}`, customers, value};
      }),
    },
  },
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-segment-matrix')!;
    await element.updateComplete;
    const drawing = element.shadowRoot!.querySelector('svg')!;
    drawing.querySelector<SVGElement>('[tabindex="0"]')!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(drawing.querySelector('[part=cursor] [part=marker]')).not.toBeNull();
  },
};

/** Generated: 2,000 customers, one each. They have neither names nor nodes; the quadrants still count them. */
export const DenseQuadrants: Story = {
  args: {
    minCell: 0,
    data: {
      ...{xLabel: 'Loyalty', yLabel: 'Profit', thresholds: {x: 50, y: 50}},
      rows: Array.from({length: 2_000}, (_, index) => {
        const x = (index * 75.4878) % 100;
        return {segment: `Customer ${index + 1}`, x, y: (x + ((index * 56.984) % 100)) / 2};
      }),
    },
  },
};

/** Nothing given yet. */
export const Waiting: Story = {args: {}};

/** Valid, and nothing to show. */
export const Empty: Story = {args: {data: {rows: []}}};

/** A grid of one row is a list: said with its path. */
export const Invalid: Story = {args: {data: {rows: recencyFrequency.rows.slice(0, 5)}}};
