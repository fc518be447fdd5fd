import 'axe-core';
import type {AxeResults, RunOptions} from 'axe-core';
import '../support/watch-page.js';
import {emulateReader, type ReaderSettings} from '../support/browser-commands.js';
import {itNeeds} from '../support/engine.js';
import {painted} from '../support/fixture.js';
import {perTier} from '../support/tier.js';
import {show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {expectNone} from './verdict.js';

declare const axe: {readonly run: (context: Element, options: RunOptions) => Promise<AxeResults>};

/** WCAG 2.2 up to AA and axe's best practice; a chart alone on a test page is no landmark and no whole outline. */
const RULES: RunOptions = {
  preload: false,
  rules: {region: {enabled: false}, 'heading-order': {enabled: false}, 'page-has-heading-one': {enabled: false}},
};

const READERS: readonly (readonly [name: string, settings: ReaderSettings])[] = [
  ['light', {features: {'prefers-color-scheme': 'light'}}],
  ['dark', {features: {'prefers-color-scheme': 'dark'}}],
  ['forced colours', {features: {'forced-colors': 'active'}}],
];
const LANGUAGES: readonly (readonly [lang: string, dir: string])[] = [
  ['en', 'ltr'],
  ['zh-CN', 'ltr'],
  ['ar', 'rtl'],
];

async function violationsIn(element: ChartUnderTest): Promise<string[]> {
  const {violations} = await axe.run(element, RULES);
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

/** A page that says nothing of its colours has to say that it follows the reader's. */
const onGround = (element: ChartUnderTest): void => {
  const stage = element.parentElement!;
  Object.assign(stage.style, {colorScheme: 'light dark', background: 'Canvas', color: 'CanvasText'});
};

const shownIn = async (subject: Subject, one: Subject['cases'][number], [lang, dir]: readonly [string, string]) => {
  const element = await show(subject, {data: one.data, view: one.view, lang, dir});
  onGround(element);
  element.tableElement();
  await painted();
  return element;
};

for (const subject of subjects)
  describe(`${subject.name} for every reader: axe finds nothing`, () => {
    afterEach(() => document.documentElement.removeAttribute('lang'));

    for (const [place, one] of subject.cases.entries())
      for (const [reader, settings] of READERS.slice(0, perTier({fast: place === 0 ? 3 : 1, gate: 3, deep: 3})))
        itNeeds('emulate-reader', `${one.name}, ${one.view}, ${reader}, in all languages`, async function () {
          this.timeout(120_000);
          document.documentElement.lang = 'en';
          await emulateReader(settings);
          try {
            for (const language of LANGUAGES.slice(0, perTier({fast: place === 0 ? 3 : 1, gate: 3, deep: 3}))) {
              const element = await shownIn(subject, one, language);
              expectNone(await violationsIn(element), language.join(' '));
              element.shadowRoot!.querySelector<HTMLElement>('[part=table-switch]')!.click();
              element.shadowRoot!.querySelector<HTMLElement>('[part=menu-switch]')!.click();
              await element.updateComplete;
              expectNone(await violationsIn(element), `${language.join(' ')}, all open`);
              element.remove();
            }
          } finally {
            await emulateReader();
          }
        });

    it('in every state', async () => {
      document.documentElement.lang = 'en';
      const good = subject.cases[0]!.data;
      const states: readonly Partial<ChartUnderTest>[] = [
        {},
        {data: {rows: []}},
        {data: {rows: 'x'}},
        {data: {rows: [1]}},
        {src: 'x', loadData: () => new Promise(() => undefined)},
        {src: 'x', loadData: () => Promise.reject(new Error('no'))},
        {data: good},
      ];
      for (const properties of states) {
        const element = await show(subject, properties);
        onGround(element);
        await painted();
        await element.updateComplete;
        expectNone(await violationsIn(element), element.status);
      }
    }).timeout(60_000);
  });
