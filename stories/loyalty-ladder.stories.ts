import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect} from 'storybook/test';
import type {LoyaltyLadderElement} from 'insight-elements';
import checkoutFunnel from '../demo/data/checkout-funnel.json';
import onlineRetail from '../demo/data/loyalty-ladder.json';
import neglectedRungs from '../demo/data/neglected-rungs.json';
import regions from '../demo/data/regional-ladder.json';

/** What a story gives to the element, as properties. */
type Args = Partial<LoyaltyLadderElement>;

const meta: Meta<Args> = {
  title: 'Loyalty ladder',
  component: 'insight-loyalty-ladder',
  argTypes: {
    view: {control: 'inline-radio', options: ['ladder', 'funnel', 'moves']},
    density: {control: 'inline-radio', options: ['comfortable', 'compact']},
    data: {control: 'object'},
  },
  render: (args) => Object.assign(document.createElement('insight-loyalty-ladder'), args),
};

export default meta;
type Story = StoryObj<Args>;

/** Stock and flows: who stands where, who climbs, who slips back. A real purchase log; purchase days stand in for rungs. */
export const Ladder: Story = {args: {data: onlineRetail, currency: 'GBP'}};

/** Spend beside value: the two lowest rungs get the money, the upper ones bring it. */
export const NeglectedUpperRungs: Story = {args: {data: neglectedRungs, currency: 'EUR'}};

/** From rung to rung; stayers are framed, exits stand apart. */
export const Moves: Story = {args: {data: onlineRetail, view: 'moves'}};

/** How far people got, any stages; the largest loss is named. */
export const Funnel: Story = {args: {data: checkoutFunnel, view: 'funnel', heading: 'From a look to a payment'}};

/** A ladder read as a funnel is a snapshot, and says so. */
export const LadderAsFunnel: Story = {args: {data: neglectedRungs, view: 'funnel'}};

/** Series stand as small multiples on one scale. */
export const Series: Story = {args: {data: regions}};

/** A column of 320 px. */
export const Narrow: Story = {
  args: {data: neglectedRungs},
  render: (args) => {
    const column = document.createElement('div');
    column.style.inlineSize = '288px';
    column.append(Object.assign(document.createElement('insight-loyalty-ladder'), args));
    return column;
  },
};

/** For dashboards. */
export const Compact: Story = {args: {data: onlineRetail, density: 'compact'}};

/** Names are shortened where they must be, and whole in tooltip and table. */
export const LongNames: Story = {
  args: {
    data: {
      rungs: [
        {id: 'a', label: 'Interessentinnen und Interessenten ohne Kauf'},
        {id: 'b', label: 'Wiederkehrende Stammkundinnen und Stammkunden'},
        {id: 'c', label: 'Empfehlende'},
      ],
      rows: [
        {rung: 'a', count: 5400},
        {rung: 'b', count: 2100},
        {rung: 'c', count: 310},
      ],
    },
  },
};

/** No previous date, no moves, no target: only what is given is drawn. */
export const Sparse: Story = {
  args: {
    data: [
      {rung: 'prospect', count: 900},
      {rung: 'customer', count: 300},
      {rung: 'client', count: 120},
    ],
  },
};

/** Nothing given yet. */
export const Waiting: Story = {args: {}};

/** Valid, and nothing to show. */
export const Empty: Story = {args: {data: {rows: []}}};

/** What is wrong, and where, in the reader's language. */
export const Invalid: Story = {
  args: {
    data: {
      rows: [
        {rung: 'customer', count: 300, previous: 100},
        {rung: 'client', count: 'abc'},
        {rung: 'partner', count: -1},
      ],
    },
  },
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-loyalty-ladder')!;
    await element.updateComplete;
    await expect(element.status).toBe('invalid');
    await expect(element.issues.map(({path}) => path)).toEqual(['rows.1.count', 'rows.2.count']);
  },
};

/** Moves that contradict the counts are named, not drawn. */
export const Contradiction: Story = {
  args: {
    data: {
      rows: [
        {rung: 'customer', count: 80, previous: 100},
        {rung: 'client', count: 40, previous: 20},
      ],
      moves: [{from: 'customer', to: 'client', count: 130}],
    },
  },
};

/** The server does not answer with data. */
export const Failed: Story = {args: {src: '/data/nowhere.json'}};

/** The table with every number. */
export const Table: Story = {
  args: {data: onlineRetail},
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-loyalty-ladder')!;
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part="table-switch"]')!.click();
    await element.updateComplete;
    await expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(6);
  },
};
