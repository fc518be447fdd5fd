import {expect} from 'chai';
import '../support/watch-page.js';
import {emulateTimeZone} from '../support/browser-commands.js';
import {itNeeds} from '../support/engine.js';
import {readChart} from '../support/read-chart.js';
import {perTier} from '../support/tier.js';
import {show, subjects, type Subject} from './subjects.js';

/** R14. Zones of every offset that people live in, and both kinds of summer time. */
const ZONES = [
  ...['Pacific/Apia', 'Pacific/Pago_Pago', 'Pacific/Honolulu', 'Pacific/Marquesas', 'America/Anchorage'],
  ...['America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York', 'America/St_Johns'],
  ...['America/Sao_Paulo', 'Atlantic/Azores', 'UTC', 'Europe/London', 'Europe/Berlin', 'Africa/Cairo', 'Asia/Tehran'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Shanghai', 'Australia/Adelaide', 'Australia/Lord_Howe'],
  ...['Pacific/Chatham', 'Pacific/Kiritimati'],
].filter((_, index) => index % perTier({fast: 4, gate: 1, deep: 1}) === 0);

/** The days on which somebody's clock leaps, the ends of years, and a run of common ones. */
const DAYS = [
  ...['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2024-02-29', '2025-12-31'],
  ...['2026-01-01', '2011-12-30', '1999-12-31', '2026-10', '2026'],
  ...Array.from({length: perTier({fast: 0, gate: 40, deep: 400})}, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  ),
];

const dayFields = ({chart}: Subject): string[] =>
  Object.entries(chart.contract.fields)
    .filter(([, {expected}]) => expected === 'day')
    .map(([key]) => key);

/** Everything a chart says of its days; `key` makes it build its formats anew, for formats remember their zone. */
async function told(subject: Subject, day: string, key: string): Promise<string> {
  const [{data, view}] = subject.cases as [Subject['cases'][number]];
  const days = Object.fromEntries(dayFields(subject).map((field) => [field, day]));
  const element = await show(subject, {data: {...(data as object), ...days}, view, currency: key});
  const {headline, notes, heading} = readChart(element);
  const all = [heading, headline, ...notes, element.toSvg(), element.toCsv()].join('\n');
  element.remove();
  return all;
}

/** The name that the engine has for a zone, the page's own unless given. */
const zoneOf = (timeZone?: string): string => new Intl.DateTimeFormat('en', {timeZone}).resolvedOptions().timeZone;

for (const subject of subjects)
  describe(`${subject.name} and a calendar day`, () => {
    after(() => emulateTimeZone());

    itNeeds('emulate-time-zone', `${DAYS.length} days are the days given, in ${ZONES.length} zones`, async function () {
      this.timeout(300_000);
      expect(dayFields(subject)).to.not.be.empty;
      const atHome = new Map<string, string>();
      for (const day of DAYS) atHome.set(day, await told(subject, day, 'home'));
      expect(new Set(atHome.values()).size, 'days are told apart').to.equal(new Set(DAYS).size);
      for (const zone of ZONES) {
        await emulateTimeZone(zone);
        expect(zoneOf()).to.equal(zoneOf(zone));
        for (const day of DAYS)
          expect(await told(subject, day, `in ${zone}`), `${day} in ${zone}`).to.equal(atHome.get(day));
      }
    });

    it('shows the day, month and year as given', async () => {
      expect(await told(subject, '2026-03-29', 'a')).to.include('Mar 29, 2026');
      expect(await told(subject, '2026-10', 'a')).to.include('Oct 2026');
    });
  });
