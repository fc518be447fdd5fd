import {expect} from 'chai';
import '../support/watch-page.js';
import {treeOf} from '../support/parse-xml.js';
import {perTier} from '../support/tier.js';
import {show, subjects, type ChartUnderTest} from './subjects.js';

/** R15. */
const TIMES = perTier({fast: 10, gate: 100, deep: 100});

const shadowOf = (element: ChartUnderTest): string => {
  element.tableElement();
  return JSON.stringify([...element.shadowRoot!.children].map((child) => treeOf(child)));
};

for (const subject of subjects)
  describe(`${subject.name} draws the same from the same`, () => {
    for (const {name, data, view} of subject.cases)
      it(`${TIMES} times: ${name}, ${view}`, async () => {
        const drawings = new Set<string | null>();
        const pages = new Set<string>();
        const others = subject.cases.filter((other) => other.view === view && other.name !== name);
        const used = await show(subject, {data, view});
        for (let times = 0; times < TIMES; times++) {
          const element = await show(subject, {data: structuredClone(data), view});
          drawings.add(element.toSvg());
          pages.add(shadowOf(element));
          element.remove();
          if (others.length) used.data = others[times % others.length]!.data;
          await used.updateComplete;
          used.data = structuredClone(data);
          await used.updateComplete;
          drawings.add(used.toSvg());
        }
        expect([drawings.size, pages.size]).to.deep.equal([1, 1]);
      }).timeout(120_000);

    it('whatever the order in which its languages were asked for', async () => {
      const [{data, view}] = subject.cases as [(typeof subject.cases)[number]];
      const drawn = async (lang: string) => (await show(subject, {data, view, lang})).toSvg();
      const first = [await drawn('en'), await drawn('zh-CN'), await drawn('de')];
      const second = [await drawn('de'), await drawn('zh-CN'), await drawn('en')].reverse();
      expect(second).to.deep.equal(first);
      expect(first[0]).to.not.equal(first[1]);
    });
  });
