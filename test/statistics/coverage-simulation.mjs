// How often does a 95 % interval of the difference of two rates contain the true difference? Newcombe's interval, as
// drawn, against the textbook (Wald) one. A script, not a test: node test/statistics/coverage-simulation.mjs

import {fileURLToPath} from 'node:url';
import {bisectRight, cumsum} from 'd3-array';
import {runnerImport} from 'vite';

const SEED = 20261031;
const DRAWS = 100_000;
const LEVEL = 0.95;
const Z = 1.959963984540054;

/** Small rates, where retention and conversion tests live: customers and true rate of treatment, then of control. */
const CASES = [
  [30, 0.1, 30, 0.05],
  [50, 0.05, 50, 0.02],
  [100, 0.03, 100, 0.01],
  [200, 0.02, 100, 0.005],
  [500, 0.01, 500, 0.005],
  [500, 0.005, 100, 0.01],
  [1000, 0.003, 1000, 0.001],
  [2000, 0.002, 500, 0.001],
  [5000, 0.001, 5000, 0.0005],
  [4980, 0.16, 5020, 0.14],
];

const {module: difference} = await runnerImport(
  fileURLToPath(new URL('../../src/statistics/proportion-difference.ts', import.meta.url)),
);

/** Mulberry32: the same numbers on every machine. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws successes of `n` at rate `p` from the whole distribution, by its logarithms: 0.86 ** 5020 is 0 in a double. */
function binomial(n, p, random) {
  let log = n * Math.log1p(-p);
  const chances = [Math.exp(log)];
  for (let count = 1; count <= n; count++) {
    log += Math.log(((n - count + 1) / count) * (p / (1 - p)));
    chances.push(Math.exp(log));
  }
  const upTo = cumsum(chances);
  return () => bisectRight(upTo, random() * upTo[n]);
}

function textbook(t, c) {
  const [pT, pC] = [t.count / t.n, c.count / c.n];
  const reach = Z * Math.sqrt((pT * (1 - pT)) / t.n + (pC * (1 - pC)) / c.n);
  return {diffLow: pT - pC - reach, diffHigh: pT - pC + reach};
}

/** Share of intervals that contain `truth`, and their mean width. */
function judge(intervals, truth) {
  const covered = intervals.filter(({diffLow, diffHigh}) => diffLow <= truth && truth <= diffHigh).length;
  const width = intervals.reduce((sum, {diffLow, diffHigh}) => sum + diffHigh - diffLow, 0);
  return {coverage: covered / intervals.length, width: width / intervals.length};
}

const percent = (share, digits = 1) => `${(100 * share).toFixed(digits)} %`;
const random = seeded(SEED);

console.log(`${DRAWS.toLocaleString('en')} draws each, seed ${SEED}, level ${percent(LEVEL, 0)}\n`);
console.log('| treatment | control | Newcombe | textbook | mean width, points |\n|---|---|---|---|---|');
for (const [nT, pT, nC, pC] of CASES) {
  const [drawT, drawC] = [binomial(nT, pT, random), binomial(nC, pC, random)];
  const pairs = Array.from({length: DRAWS}, () => [
    {count: drawT(), n: nT},
    {count: drawC(), n: nC},
  ]);
  const limitsOf = ([t, c]) => difference.rateLimits(t, c, Z);
  const [ours, theirs] = [pairs.map(limitsOf), pairs.map(([t, c]) => textbook(t, c))].map((all) => judge(all, pT - pC));
  console.log(
    `| ${nT} at ${percent(pT, 2)} | ${nC} at ${percent(pC, 2)} | ${percent(ours.coverage)} | ${percent(theirs.coverage)} ` +
      `| ${(100 * ours.width).toFixed(2)} against ${(100 * theirs.width).toFixed(2)} |`,
  );
}
