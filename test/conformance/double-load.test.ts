import {expect} from 'chai';
import '../support/watch-page.js';
import {subjects, show} from './subjects.js';
import {expectNone, stateTroubles} from './verdict.js';

/** R17. Ours is there first; then a copy of the same version, another version, and both again. */
const COPIES = ['0.1.0', '9.9.9', '0.1.0', '9.9.9'];

const said: string[] = [];
const {info} = console;
beforeEach(() => {
  said.length = 0;
  console.info = (...words: unknown[]) => said.push(words.join(' '));
});
afterEach(() => {
  console.info = info;
});

/** Registers another copy, as a second script of the page does. */
const loadCopy = (version: string): Promise<unknown> => import(`/__copy__/${version}.js`) as Promise<unknown>;

describe('the library, loaded again and in another version', () => {
  it('leaves the first in its place, says so once for each element, and throws nothing', async () => {
    const first = subjects.map(({tag}) => customElements.get(tag));
    for (const version of COPIES) await loadCopy(version);
    expect(subjects.map(({tag}) => customElements.get(tag))).to.deep.equal(first);
    // A module runs once a page, however often it is asked for.
    for (const {tag} of subjects)
      for (const version of new Set(COPIES))
        expect(said.filter((words) => words.includes(`<${tag}>`) && words.includes(version))).to.have.lengthOf.at.least(
          1,
        );
    expect(said).to.have.lengthOf(subjects.length * new Set(COPIES).size);
  }).timeout(120_000);

  it('works on', async () => {
    for (const subject of subjects)
      for (const {data, view} of subject.cases) {
        const element = await show(subject, {data, view});
        expect(element.status).to.equal('ready');
        expectNone(stateTroubles(element));
      }
  });
});
