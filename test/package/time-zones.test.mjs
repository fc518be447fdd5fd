/** A calendar day is that day for every reader: days as labels in 24 time zones, in the built package. */
import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {at} from './built.mjs';

const ZONES = [
  ...['Pacific/Pago_Pago', 'Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/Phoenix'],
  ...[
    'America/Denver',
    'America/Chicago',
    'America/New_York',
    'America/Caracas',
    'America/Sao_Paulo',
    'America/St_Johns',
  ],
  ...['Atlantic/Azores', 'UTC', 'Europe/London', 'Europe/Berlin', 'Africa/Cairo', 'Europe/Moscow', 'Asia/Tehran'],
  ...[
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Shanghai',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
    'Pacific/Kiritimati',
  ],
];
const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Four hundred days in a row hold both changes of the clock of every zone. */
const days = Array.from({length: 400}, (_, index) =>
  new Date(Date.UTC(2026, 0, 1) + index * DAY).toISOString().slice(0, 10),
);

const inWords = (day) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${MONTHS[month - 1]} ${date}, ${year}`;
};

/** What clocks show at one moment in a zone, or here. */
const clock = (timeZone) =>
  new Intl.DateTimeFormat('en', {timeZone, dateStyle: 'short', timeStyle: 'long'}).format(Date.UTC(2026, 6, 1));

const zoneOfMachine = process.env.TZ;

describe('a day', () => {
  after(() => {
    if (zoneOfMachine === undefined) delete process.env.TZ;
    else process.env.TZ = zoneOfMachine;
  });

  it('is tried in 24 zones', () => assert.equal(new Set(ZONES).size, 24));

  for (const zone of ZONES) {
    it(`is that day in ${zone}`, async () => {
      process.env.TZ = zone;
      assert.equal(clock(), clock(zone), 'the zone has taken effect');
      const {localeOf, sharedWords} = await import(`${at('dist/locale/locale.js')}?${zone}`);
      await sharedWords.learn('zh-CN');
      const {day} = localeOf('en');
      assert.deepEqual(days.map(day), days.map(inWords));
      assert.equal(localeOf('zh').day('2026-03-29'), '2026年3月29日');
    });
  }
});
