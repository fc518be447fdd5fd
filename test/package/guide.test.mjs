/** The guide "your backend → this tag": a line for each preset, whose tag the mapping takes as it stands. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {explain, loadPreset, presetNames} from '../../dist/mapping/index.js';
import {charts, readText} from './built.mjs';

const TAG = /<insight-([a-z-]+) src="\/data" preset="([a-z0-9-]+)"(?: map='([^']+)')?>/g;
const tags = [...readText('stories/your-backend.mdx').matchAll(TAG)].map(([, chart, preset, map]) => ({
  chart,
  preset,
  map,
}));

/** Trouble of the map itself; an empty body has other trouble. */
const MAP_FAULTS = /^(unknown_|no_role|no_measure|wildcard|escape|template)/;

describe('the guide', () => {
  it('has a tag for every preset', () => {
    assert.deepEqual([...new Set(tags.map(({preset}) => preset))].sort(), [...presetNames()]);
  });

  for (const {chart, preset, map} of tags)
    it(`${preset} is a tag that works`, async () => {
      assert.ok(charts.includes(chart));
      assert.ok(await loadPreset(preset));
      const {issues, roles} = explain({}, {preset, ...(map && {map: JSON.parse(map)})});
      assert.deepEqual(
        issues.filter(({code}) => MAP_FAULTS.test(code)),
        [],
      );
      assert.ok(roles.length > 0);
    });
});
