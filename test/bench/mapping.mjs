/**
 * `node test/bench/mapping.mjs`: CPU time of mapping 50,000 rows beside a hand-written loop that does the same for one
 * shape, and the weight of the mapping. Runs in Node: mapping knows no page.
 */
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';

const ROWS = 50_000;
const ROUNDS = 15;
const path = (file) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));

async function bundle(file, codeSplitting) {
  const [{output}] = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: {entry: path(file), formats: ['es'], fileName: 'mapping'},
      rolldownOptions: {output: {minify: true, codeSplitting}},
    },
  });
  return output.filter(({type}) => type === 'chunk');
}

const kilobytes = (code) => `${(gzipSync(code, {level: 9}).length / 1000).toFixed(1)} kB`;

const records = Array.from({length: ROWS}, (_, index) => ({
  tier: `tier ${index % 100}`,
  band: `band ${Math.floor(index / 100)}`,
  customers: index,
  margin: index * 1.5,
}));
const names = Object.keys(records[0]);
const lists = {cols: names.map((name) => ({name})), rows: records.map((record) => Object.values(record))};
const texts = records.map((record) => ({...record, customers: String(record.customers), margin: `${record.margin}`}));
const cohorts = Array.from({length: ROWS}, (_, index) => {
  const cohort = Math.floor(index / 25);
  return {
    cohort: new Date(Date.UTC(2020, 0, 1 + cohort)).toISOString(),
    age: index % 25,
    retained: 1000 - (index % 25),
  };
});
const roles = {row: 'tier', column: 'band', customers: 'customers', value: 'margin'};
const map = (template) =>
  Object.fromEntries(Object.entries(roles).map(([role, name]) => [role, template.replace('*', name)]));

const byHand = (body) => {
  const rows = [];
  for (const {tier, band, customers, margin} of body) {
    if ([tier, band].some((key) => key === null || key === undefined)) continue;
    const [count, value] = [Number(customers), Number(margin)];
    if (!Number.isFinite(count) || !Number.isFinite(value)) throw new Error('not a number');
    rows.push({row: tier, column: band, customers: count, value});
  }
  return rows;
};

/** Medians of CPU time in ms. */
function medianOf(work) {
  const times = Array.from({length: ROUNDS}, () => {
    const started = process.cpuUsage();
    work();
    const {user, system} = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

const [{code}] = await bundle('mapping/read-rows.ts', false);
const {readRows} = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
const read = (body, options) => () => {
  const {rows, issues} = readRows(body, options);
  if (rows.length !== ROWS || issues.length) throw new Error('not read');
};

const hand = medianOf(() => byHand(records));
const cases = {
  'by hand, records': hand,
  records: medianOf(read(records, {map: map('{i}/*')})),
  'records, numbers as text': medianOf(read(texts, {map: map('{i}/*')})),
  'columns and lists': medianOf(read(lists, {map: {...map('rows/{i}/#*'), columns: 'cols/{#}/name'}})),
  'cohorts by date': medianOf(
    read(cohorts, {
      map: {cohort: '{i}/cohort', period: '{i}/age', retained: '{i}/retained'},
      unit: 'day',
      asOf: '2026-01-01',
    }),
  ),
};
console.log(`${ROWS.toLocaleString('en')} rows, medians of ${ROUNDS}, CPU time`);
for (const [name, ms] of Object.entries(cases))
  console.log(`  ${name.padEnd(26)}${ms.toFixed(1).padStart(7)} ms  ×${(ms / hand).toFixed(1)}`);

const chunks = await bundle('mapping/index.ts', true);
const presets = chunks.filter(({fileName}) => !fileName.startsWith('mapping'));
console.log(
  `weight, min + gzip: readRows ${kilobytes(code)}; with explain and the list of presets ${kilobytes(
    chunks
      .map(({code: one}) => one)
      .filter((_, index) => chunks[index].isEntry)
      .join(''),
  )}`,
);
console.log(
  `  ${presets.length} presets, each on its own: at most ${kilobytes(presets.map(({code: one}) => one).sort((a, b) => b.length - a.length)[0])}`,
);
