import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import {OwnJsonPage} from './own-json/own-json-page.js';

const NAME = 'story-own-json-page';
if (!customElements.get(NAME)) customElements.define(NAME, OwnJsonPage);

type Args = Partial<Pick<OwnJsonPage, 'response' | 'chart' | 'preset' | 'map'>>;

/**
 * Paste a response of your own backend, choose chart and preset or edit the map, and copy the finished tag. Nothing is
 * sent and nothing is kept.
 */
const meta: Meta<Args> = {
  title: 'Bring your own JSON',
  render: (args, {globals}) =>
    Object.assign(document.createElement(NAME), args, {language: String(globals['language'])}),
};

export default meta;
type Story = StoryObj<Args>;

const pageIn = (canvas: HTMLElement) => canvas.querySelector<OwnJsonPage>(NAME)!;
const textOf = (canvas: HTMLElement, what: string) => pageIn(canvas).shadowRoot!.querySelector(what)?.textContent;

/** A response of a warehouse, with a preset and the columns that fill the roles. */
export const Paste: Story = {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(textOf(canvasElement, 'tbody')).toContain('#stage'));
    await expect(textOf(canvasElement, 'code')).toContain('preset="clickhouse-jsoncompact"');
  },
};

/** A map that leads nowhere: each role says how far it came and which keys are there. */
export const WrongMap: Story = {
  args: {map: '{"rung": "data/{i}/0", "count": "data/{i}/members"}', preset: ''},
  play: async ({canvasElement}) => {
    await waitFor(() => expect(textOf(canvasElement, 'tbody')).toContain('data/0'));
  },
};

/** Text that is no JSON is read by the format that the map declares. */
export const Csv: Story = {
  args: {
    response: 'segment;customers;value\nGold card;250;"330000"\nOthers;750;670000\n',
    chart: 'segment-matrix',
    preset: '',
    map: '{"format": "csv", "segment": "{i}/segment", "customers": "{i}/customers", "value": "{i}/value"}',
  },
};
