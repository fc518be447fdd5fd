import type {Decorator, Preview} from '@storybook/web-components-vite';

type Tool = NonNullable<Preview['globalTypes']>[string];
type Icon = NonNullable<NonNullable<Tool['toolbar']>['icon']>;

/** What the toolbar sets: who reads the page, and how. */
export const readerToolbar = {
  theme: toolbar('Colour scheme', 'contrast', {light: 'Light', dark: 'Dark'}),
  language: toolbar('Language', 'globe', {en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文'}),
  direction: toolbar('Direction', 'transfer', {ltr: 'Left to right', rtl: 'Right to left'}),
};

export const defaultReader = {theme: 'light', language: 'en', direction: 'ltr'};

/** Says it the way a page does: `color-scheme`, `lang` and `dir` on the root, nothing on the element. */
export const asReader: Decorator = (story, {globals}) => {
  const root = document.documentElement;
  root.style.colorScheme = textOf(globals['theme'], defaultReader.theme);
  root.style.background = 'Canvas';
  root.style.color = 'CanvasText';
  document.body.style.background = 'transparent';
  document.body.style.color = 'inherit';
  root.lang = textOf(globals['language'], defaultReader.language);
  root.dir = textOf(globals['direction'], defaultReader.direction);
  return story();
};

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

function toolbar(title: string, icon: Icon, titles: Readonly<Record<string, string>>): Tool {
  const items = Object.entries(titles).map(([value, name]) => ({value, title: name}));
  return {description: title, toolbar: {title, icon, items, dynamicTitle: true}};
}
