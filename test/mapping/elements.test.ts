import {expect} from 'chai';
import '../../src/define.js';
import type {MapSource, ReadOptions, StateName} from '../../src/mapping/index.js';
import {measure} from '../../src/static.js';
import {mount, until} from '../support/fixture.js';
import {PAYLOAD_OPTIONS} from './payload-maps.js';
import {addressOf, bodyOf, PAYLOADS} from './payloads.js';
import {readingOf} from './reading-of.js';

/** Bodies that are a state are of no chart. */
const CHARTS = {
  any: 'loyalty-ladder',
  ladder: 'loyalty-ladder',
  matrix: 'segment-matrix',
  cohorts: 'cohort-retention',
  lift: 'treatment-lift',
} as const;

const SETTINGS = ['scale', 'dates', 'decimal', 'fill', 'format'];

/** What charts say beside the drawing of a body that lacks something. */
const NOTES = ['entries_left_out', 'missing_size', 'missing_cell'];

/** What `readRows` takes as options stands in the `map` of an element, which has nothing else. */
function attributesOf({preset, map, ...constants}: ReadOptions): {
  readonly map: string;
  readonly preset: string | null;
} {
  const written = Object.entries(constants).map(([name, value]) => [
    name,
    typeof value === 'string' && !SETTINGS.includes(name) ? `=${value}` : value,
  ]);
  const whole = {...(Object.fromEntries(written) as MapSource), ...(map as MapSource | undefined)};
  return {map: JSON.stringify(whole), preset: typeof preset === 'string' ? preset : null};
}

const STATUS: Readonly<Record<StateName, string>> = {
  loading: 'loading',
  failed: 'failed',
  partial: 'partial',
  empty: 'empty',
};

describe('elements given the address of a real response body, a preset and a map', () => {
  for (const {file, expected} of PAYLOADS)
    it(file, async () => {
      const chart = CHARTS[expected.chart as keyof typeof CHARTS];
      const options = PAYLOAD_OPTIONS[file]!;
      const element = document.createElement(`insight-${chart}`);
      mount(Object.assign(element, {src: addressOf(file), minCell: 0, ...attributesOf(options)}), 720);
      await until(() => !['waiting', 'loading'].includes(element.status) || element.issues.length > 0);
      const reading = await readingOf(await bodyOf(file), options);
      if (expected['state']) {
        const state = reading.kind === 'state' ? STATUS[reading.state] : '';
        expect(element.status).to.equal(state);
        expect(element.shadowRoot!.querySelector('[part=notice]')!.textContent).to.match(/\S/);
        return;
      }
      expect(element.issues.filter(({code}) => !NOTES.includes(code))).to.deep.equal([]);
      // Whatever is said is said of the body that was given, not of our own rows.
      expect(element.issues.map(({path}) => path).filter((path) => path.startsWith('rows'))).to.deep.equal([]);
      expect(element.status).to.be.oneOf(['ready', 'partial']);
      expect(element.metrics).to.deep.equal(measure(chart, reading.data, {minCell: 0}));
      expect(element.headline?.text).to.match(/\S/);
      expect(element.toSvg()).to.not.match(/NaN|undefined/);
    });
});
