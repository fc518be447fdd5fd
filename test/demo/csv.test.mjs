import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readCsv} from '../../demo/scripts/csv.mjs';

describe('reading CSV', () => {
  it('takes quoted and bare fields', () => {
    assert.deepEqual(readCsv('a,b\n"x, ""y""",\n1,2\n'), [
      {a: 'x, "y"', b: ''},
      {a: '1', b: '2'},
    ]);
  });

  it('names the line of a wrong number of fields and of a stray quote', () => {
    assert.throws(() => readCsv('a,b\n1,2\n3\n'), /line 3: expected 2 fields, got 1/);
    assert.throws(() => readCsv('a,b\n1,2"3\n'), /line 2: stray quote/);
  });
});
