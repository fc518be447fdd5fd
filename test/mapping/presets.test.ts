import {expect} from 'chai';
import {loadPreset, presetNames, readRows, registerPreset} from '../../src/mapping/index.js';
import {ANALYTICS} from './presets/analytics.js';
import {DATABASES} from './presets/databases.js';
import {SERVICES} from './presets/services.js';
import {WEB} from './presets/web.js';
import {readingOf} from './reading-of.js';

const SAMPLES = [...ANALYTICS, ...WEB, ...DATABASES, ...SERVICES];

describe('presets', () => {
  it('each have a sample', () => expect(SAMPLES.map(({preset}) => preset).sort()).to.deep.equal([...presetNames()]));

  for (const {preset, source, body, options, rows, document, states = []} of SAMPLES)
    describe(`${preset} – ${source}`, () => {
      it('reads its sample', async () => {
        const reading = await readingOf(body, {preset, ...options});
        expect(reading.issues).to.deep.equal([]);
        expect(reading.notes).to.deep.equal([]);
        expect(reading.kind).to.equal('rows');
        expect(reading.rows).to.deep.equal(rows);
        expect(reading.document).to.deep.include(document ?? {});
      });

      for (const state of states)
        it(`knows ${state.state}: ${JSON.stringify(state.body).slice(0, 60)}`, async () => {
          const reading = await readingOf(state.body, {preset, ...options});
          expect(reading.issues.filter(({code}) => code !== 'not_json')).to.deep.equal([]);
          expect(reading).to.deep.include({kind: 'state', state: state.state});
          if (state.message) expect(reading).to.deep.include({message: state.message});
        });

      it('says what is odd about it', async () => {
        expect((await loadPreset(preset))?.notes)
          .to.be.a('string')
          .with.length.greaterThan(10);
      });
    });
});

describe('a preset', () => {
  it('that nobody loaded is an issue', () => {
    expect(readRows([], {preset: 'nobody'}).issues).to.deep.equal([
      {path: 'preset', code: 'unknown_preset', got: '"nobody"'},
    ]);
  });

  it('of an unknown name loads as undefined', async () => {
    expect(await loadPreset('nobody')).to.equal(undefined);
    expect(await loadPreset('constructor')).to.equal(undefined);
  });

  it('of the page is registered by name, and its roles are overridden one by one', () => {
    registerPreset('ours', {map: {rung: 'l/{i}/a', count: 'l/{i}/b', target: 'l/{i}/c'}, options: {basis: 'at'}});
    expect(presetNames()).to.include('ours');
    const {rows, document} = readRows(
      {l: [{a: 'x', b: 1, d: 2}]},
      {preset: 'ours', map: {count: 'l/{i}/d', target: null}},
    );
    expect(rows).to.deep.equal([{rung: 'x', count: 2}]);
    expect(document).to.deep.equal({basis: 'at'});
  });

  it('takes columns that bear the names of the contract, and only those named once one is named', async () => {
    const body = [{rung: 'a', count: 1, value: 7, name: 'A'}];
    expect((await readingOf(body, {preset: 'postgrest'})).rows).to.deep.equal([{rung: 'a', count: 1, value: 7}]);
    expect((await readingOf(body, {preset: 'postgrest', map: {rung: '#name', count: '#count'}})).rows).to.deep.equal([
      {rung: 'A', count: 1},
    ]);
  });
});
