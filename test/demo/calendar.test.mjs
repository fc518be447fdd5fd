import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {dateOf, dayNumber} from '../../demo/scripts/calendar.mjs';

describe('calendar days', () => {
  it('are numbered as the platform numbers days in UTC, leap days and centuries included', () => {
    for (const date of ['1970-01-01', '1969-12-31', '2000-02-29', '2011-12-09', '2012-02-29', '2100-03-01']) {
      const [year, month, day] = date.split('-').map(Number);
      assert.equal(dayNumber(date), Date.UTC(year, month - 1, day) / 86_400_000, date);
      assert.equal(dateOf(dayNumber(date)), date);
    }
  });

  for (const text of ['2011-02-29', '2011-13-01', '2011-1-1', '', '09/12/2011'])
    it(`refuses "${text}"`, () => assert.throws(() => dayNumber(text), /not a calendar day/));
});
