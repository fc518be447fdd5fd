import type {Decorator, Preview} from '@storybook/web-components-vite';
import {html} from 'lit';

type Tool = NonNullable<Preview['globalTypes']>[string];
type Icon = NonNullable<NonNullable<Tool['toolbar']>['icon']>;

/** What the toolbar sets: who reads the page, and how. */
export const readerToolbar = {
  theme: toolbar('Colour scheme', 'contrast', {light: 'Light', dark: 'Dark'}),
  language: toolbar('Language', 'globe', {en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文'}),
  direction: toolbar('Direction', 'transfer', {ltr: 'Left to right', rtl: 'Right to left'}),
};

export const defaultReader = {theme: 'light', language: 'en', direction: 'ltr'};

/**
 * Says it the way a page does: `lang`, `dir` and `color-scheme` on an ancestor, nothing on the element. A story alone is
 * the whole page; among the docs it is a card of its own, since their page is always light.
 */
export const asReader: Decorator = (story, {globals, viewMode}) => {
  const scheme = textOf(globals['theme'], defaultReader.theme);
  const language = textOf(globals['language'], defaultReader.language);
  const direction = textOf(globals['direction'], defaultReader.direction);
  const page = `color-scheme: ${scheme}; background: Canvas; color: CanvasText; font-family: system-ui, sans-serif`;
  if (viewMode === 'story') document.body.style.cssText = page;
  return html`<div lang=${language} dir=${direction} .style=${`${page}; padding: 1rem`}>${story()}</div>`;
};

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

function toolbar(title: string, icon: Icon, titles: Readonly<Record<string, string>>): Tool {
  const items = Object.entries(titles).map(([value, name]) => ({value, title: name}));
  return {description: title, toolbar: {title, icon, items, dynamicTitle: true}};
}
