import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {render} from 'lit';
import {expect, waitFor} from 'storybook/test';
import type {LoyaltyLadderElement} from 'insight-elements';
import checkoutFunnel from '../demo/data/checkout-funnel.json';
import onlineRetail from '../demo/data/loyalty-ladder.json';
import neglectedRungs from '../demo/data/neglected-rungs.json';
import regions from '../demo/data/regional-ladder.json';
import {INKS} from '../src/theme/theme.js';

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

/** On a dark page: the element follows `color-scheme` and nothing else. */
export const Dark: Story = {args: {data: neglectedRungs, currency: 'EUR'}, globals: {theme: 'dark'}};

/** In the language of the nearest ancestor that names one. */
export const Chinese: Story = {args: {data: neglectedRungs, currency: 'CNY'}, globals: {language: 'zh-CN'}};

/** From right to left: text, columns and bars are mirrored; what was before and after is said in words. */
export const RightToLeft: Story = {args: {data: neglectedRungs}, globals: {direction: 'rtl'}};

const SYSTEM_COLOUR: Readonly<Record<string, string>> = {ground: 'Canvas', wash: 'Canvas', grid: 'GrayText'};

/** On a page that sets every colour itself, here to those that a reader of high contrast has chosen. */
export const SystemColours: Story = {
  args: {data: neglectedRungs},
  decorators: [
    (story) => {
      const page = document.createElement('div');
      for (const ink of INKS) page.style.setProperty(`--insight-${ink}`, SYSTEM_COLOUR[ink] ?? 'CanvasText');
      render(story(), page);
      return page;
    },
  ],
};

/** Groups of fewer than twenty are withheld, and whatever would let a reader compute them. */
export const Withheld: Story = {args: {data: onlineRetail, minCell: 20}};

/** The server no longer answers: the last good picture stays, with its age and the reason. */
export const Stale: Story = {
  args: {src: '/data/neglected-rungs.json', refresh: 1},
  render: (args) => {
    const answers: unknown[] = [neglectedRungs];
    const loadData = () => (answers.length ? Promise.resolve(answers.pop()) : Promise.reject(new Error('no answer')));
    return Object.assign(document.createElement('insight-loyalty-ladder'), args, {loadData});
  },
  play: async ({canvasElement}) => {
    const element = canvasElement.querySelector('insight-loyalty-ladder')!;
    await waitFor(() => expect(element.status).toBe('stale'), {timeout: 10_000});
    await expect(element.shadowRoot!.querySelectorAll('[part~="rung"]')).toHaveLength(6);
  },
};

/** The place is kept while the data are on their way. */
export const Loading: Story = {args: {src: '/data/loyalty-ladder.json', loadData: () => new Promise(() => undefined)}};
