import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {dark, INKS, light, type Theme} from '../src/theme/theme.js';

/**
 * Every ink of the charts. A page changes one by the custom property of its name, such as `--insight-accent`, on any
 * ancestor. Words hold a contrast of 4.5:1 and marks 3:1 on their own ground; the first four series are told apart by
 * everybody without another sign, five and six need one, beyond six each needs its label.
 */
const meta: Meta = {title: 'Colours'};

export default meta;
type Story = StoryObj;

const swatch = (ink: string, theme: Theme): TemplateResult => html`
  <li .style=${'display: flex; align-items: center; gap: 12px'}>
    <span
      .style=${`width: 48px; height: 24px; border: 1px solid ${theme.grid}; background: ${theme[ink as keyof Theme]}`}
    ></span>
    <code>--insight-${ink}</code>
    <span>${theme[ink as keyof Theme]}</span>
  </li>
`;

const palette = (theme: Theme): TemplateResult => html`
  <ul
    .style=${`display: grid; gap: 8px; margin: 0; padding: 16px; list-style: none; background: ${theme.ground}; color: ${theme.text}`}
  >
    ${INKS.map((ink) => swatch(ink, theme))}
  </ul>
`;

/** On a light page. */
export const Light: Story = {render: () => palette(light)};

/** On a dark page. */
export const Dark: Story = {render: () => palette(dark)};
