import {expect} from 'chai';
import '../support/watch-page.js';
import {describeValue} from '../../src/validation/describe-value.js';
import {make, show, subjects, type ChartUnderTest} from './subjects.js';

/** What no option of any kind can be; text may be any text, and a flag is off where it is not given. */
const GARBAGE = ['garbage', '', 'true', NaN, -1, 1e9, 0.5, Infinity, 7n, null, undefined, {}, [], Symbol('x')];

const attributeOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

for (const subject of subjects) {
  const {chart, cases} = subject;
  const {data, view} = cases[0]!;
  const names = Object.keys(chart.defaults) as (keyof typeof chart.defaults)[];

  describe(`options of ${subject.name}`, () => {
    for (const name of names)
      it(`${name}: what cannot be is named, and nothing throws`, () => {
        const usual = chart.defaults[name] as unknown;
        const refused = GARBAGE.filter((value) => {
          const {metrics, issues} = chart.measure(data, {...chart.defaults, view, [name]: value});
          const isNamed = issues.some(({path}) => path === attributeOf(name));
          if (isNamed) expect(metrics, describeValue(value)).to.equal(null);
          // A number or flag is never taken for text, nor text for either.
          if (typeof value !== typeof usual && value !== null && value !== undefined && usual !== null)
            expect(isNamed, describeValue(value)).to.equal(true);
          return isNamed;
        });
        expect(refused.length).to.be.at.least(8);
      });

    it('says a mistyped attribute in place', async () => {
      const words = names.filter((name) => typeof chart.defaults[name] === 'string');
      for (const name of words) {
        if (chart.measure(data, {...chart.defaults, view, [name]: 'gurbage'}).metrics) continue;
        const element = await show(subject, {data, view});
        element.setAttribute(attributeOf(name), 'gurbage');
        await element.updateComplete;
        expect(element.status, name).to.equal('invalid');
        expect(element.issues[0]).to.include({path: attributeOf(name), got: '"gurbage"'});
        expect(element.issues[0]!.expected).to.contain(chart.defaults[name]);
        element.remove();
      }
    });

    it('says numbers that are none, also where none was given before', async () => {
      for (const name of names.filter((one) => !['string', 'boolean'].includes(typeof chart.defaults[one]))) {
        if (chart.measure(data, {...chart.defaults, view, [name]: NaN}).metrics) continue;
        const element: ChartUnderTest = make(subject, {data, view});
        document.body.append(element);
        await element.updateComplete;
        Object.assign(element, {[name]: NaN});
        await element.updateComplete;
        expect(element.issues[0]?.path, name).to.equal(attributeOf(name));
        element.remove();
      }
    });
  });
}
