import {expect} from 'chai';
import '../support/watch-page.js';
import {faultUrl} from '../support/fault-url.js';
import {inlineJson} from '../support/inline-json.js';
import {mount} from '../support/fixture.js';
import {perTier} from '../support/tier.js';
import {loaded, make, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {expectNone, stateTroubles} from './verdict.js';

/** R2. Of all prefixes of a sample, every so manieth; of those that come over the network, one in four of these. */
const STEP = perTier({fast: 53, gate: 7, deep: 1});
const AT_ONCE = 8;

/** The lengths at which to cut a text, up to its last character that matters. */
const cutsOf = (text: string, step: number): number[] =>
  Array.from({length: Math.ceil((text.trimEnd().length - 1) / step)}, (_, index) => index * step + 1);

const judge = (element: ChartUnderTest, cut: number): void => {
  expect(element.status, `after ${cut} bytes`).to.equal('failed');
  expectNone(stateTroubles(element), `after ${cut} bytes`);
};

async function fetchCut(subject: Subject, name: string, cut: number): Promise<void> {
  const element = mount(make(subject, {src: faultUrl(`truncate/${cut}?of=${name}`)}), 400);
  await loaded(element);
  judge(element, cut);
  expect(element.issues[0]).to.include({code: 'truncated'});
  element.remove();
}

async function inlineCut(subject: Subject, text: string, cut: number): Promise<void> {
  const element = make(subject);
  element.append(inlineJson(text.slice(0, cut)));
  mount(element, 400);
  await element.updateComplete;
  judge(element, cut);
  element.remove();
}

for (const subject of subjects)
  describe(`${subject.name} never takes a part for the whole`, () => {
    for (const name of subject.samples.keys())
      it(`${name}, cut at every ${STEP}. byte`, async function () {
        this.timeout(600_000);
        const text = await (await fetch(faultUrl(`ok?of=${name}`))).text();
        const bytes = new TextEncoder().encode(text).length;
        expect(JSON.parse(text)).to.deep.equal(subject.samples.get(name));
        for (const cut of cutsOf(text, STEP)) await inlineCut(subject, text, cut);
        const cuts = cutsOf(' '.repeat(bytes - 2).concat('x'), STEP * 4);
        for (let start = 0; start < cuts.length; start += AT_ONCE)
          await Promise.all(cuts.slice(start, start + AT_ONCE).map((cut) => fetchCut(subject, name, cut)));
      });
  });
