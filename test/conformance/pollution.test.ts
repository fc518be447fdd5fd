import {expect} from 'chai';
import '../support/watch-page.js';
import {inlineJson} from '../support/inline-json.js';
import {loaded, make, show, subjects} from './subjects.js';
import {mount} from '../support/fixture.js';
import {expectNone, stateTroubles} from './verdict.js';

/** R5. What every object of the page inherits. */
const SHARED = {Object, Array, Function, String, Number, Map, Set, Promise, Element, Event};

/** Names and values of everything inherited. */
const inherited = (): Map<string, unknown> =>
  new Map(
    Object.entries(SHARED).flatMap(([name, {prototype}]) =>
      Reflect.ownKeys(prototype).map((key) => {
        const {value, get, set} = Object.getOwnPropertyDescriptor(prototype, key)!;
        return [`${name}.${String(key)}`, (value ?? get ?? set) as unknown] as const;
      }),
    ),
  );

const ATTACK = '{"isAdmin": true, "view": "moves", "width": 1, "toString": 1, "read": 1, "expected": "x"}';
/** JSON in which every place an object can stand tries to become a prototype. */
const attacks = (sample: unknown): string[] => {
  const text = JSON.stringify(sample);
  return ['__proto__', 'constructor', 'prototype'].flatMap((key) => {
    const pair = key === 'constructor' ? `"constructor": {"prototype": ${ATTACK}}` : `"${key}": ${ATTACK}`;
    return [
      text.replace('{', `{${pair},`),
      text.replaceAll('{', `{${pair},`),
      `{${pair}, "rows": [{${pair}}]}`,
      `{"rows": {${pair}}}`,
      `[{${pair}}]`,
    ];
  });
};

async function attackAll(): Promise<void> {
  for (const subject of subjects)
    for (const sample of subject.samples.values())
      for (const text of attacks(sample)) {
        const given = await show(subject, {data: JSON.parse(text)});
        const inline = make(subject);
        inline.append(inlineJson(text));
        mount(inline, 400);
        await loaded(inline);
        expectNone([...stateTroubles(given), ...stateTroubles(inline)], text.slice(0, 200));
        expect(JSON.stringify(inline.metrics), text.slice(0, 200)).to.equal(JSON.stringify(given.metrics));
        expect(JSON.stringify(given.metrics ?? {})).to.not.include('isAdmin');
        given.remove();
        inline.remove();
      }
}

describe('data that reach for the prototypes', () => {
  it('change nothing that the page inherits, and are read as data or refused', async () => {
    const before = inherited();
    await attackAll();
    const after = inherited();
    expect([...after.keys()]).to.deep.equal([...before.keys()]);
    expect([...after].filter(([key, value]) => before.get(key) !== value).map(([key]) => key)).to.deep.equal([]);
    expect({}).to.not.have.property('isAdmin');
  }).timeout(60_000);

  it('also where the page has frozen its prototypes: all still works', async () => {
    const drawings = new Map<string, string | null>();
    for (const subject of subjects)
      for (const {name, data, view} of subject.cases)
        drawings.set(`${subject.name} ${name} ${view}`, (await show(subject, {data, view})).toSvg());
    // Nothing thaws them again: this is the last test of its page.
    for (const {prototype} of Object.values(SHARED)) Object.freeze(prototype);
    await attackAll();
    for (const subject of subjects)
      for (const {name, data, view} of subject.cases) {
        const element = await show(subject, {data: structuredClone(data), view});
        expect(element.toSvg()).to.equal(drawings.get(`${subject.name} ${name} ${view}`));
        expect(element.toCsv()).to.be.a('string');
      }
  }).timeout(60_000);
});
