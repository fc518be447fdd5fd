import {expect} from 'chai';
import '../support/watch-page.js';
import {mount} from '../support/fixture.js';
import type {ChartUnderTest} from './subjects.js';

/** In a variable: the compiler looks for no such file. */
const COPY = '/__copy__/9.9.9.js';

describe('another version of the library that was there before ours', () => {
  const said: string[] = [];
  const {info, warn} = console;
  beforeEach(() => {
    console.info = (...words: unknown[]) => said.push(words.join(' '));
    // Lit's development build, on which tests run, tells that there are two of it; the one that pages get does not.
    console.warn = (...words: unknown[]) => {
      if (!String(words[0]).startsWith('Multiple versions of Lit')) warn(...words);
    };
  });
  afterEach(() => {
    Object.assign(console, {info, warn});
  });

  it('serves the page; ours says so and throws nothing', async () => {
    await import(COPY);
    const {subjects} = await import('./subjects.js');
    for (const {tag, cases} of subjects) {
      const constructor = customElements.get(tag) as unknown as {readonly version: string};
      expect(constructor.version).to.equal('9.9.9');
      expect(said.filter((words) => words.includes(`<${tag}>`) && words.includes('9.9.9'))).to.have.lengthOf(1);
      const [{data, view}] = cases as [(typeof cases)[number]];
      const element = mount(Object.assign(document.createElement(tag) as ChartUnderTest, {data, view}), 720);
      await element.updateComplete;
      expect(element.status).to.equal('ready');
      expect(element.shadowRoot?.querySelector('svg [data-datum]')).to.not.equal(null);
    }
  }).timeout(120_000);
});
