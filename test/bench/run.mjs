/**
 * `npm run bench`: speed and weight of our charts beside other libraries and beside the same drawing by hand.
 * See README.md for what is measured and for the options.
 */
import {mkdir} from 'node:fs/promises';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {bundle} from './bundle.mjs';
import {randomFrom} from './chance.mjs';
import {contendersFor} from './contenders/table.mjs';
import {openBrowser, openStage} from './page.mjs';
import {installPeers, peerVersions} from './peers.mjs';
import {profile} from './profile.mjs';
import {bytesTable, noiseLine, partsTable, speedTable} from './report.mjs';
import {contendersOf, runRounds, stepsOf} from './rounds.mjs';

const {values: options} = parseArgs({
  options: {
    chart: {type: 'string', multiple: true},
    only: {type: 'string', multiple: true},
    parts: {type: 'boolean', default: false},
    profile: {type: 'string'},
    quick: {type: 'boolean', default: false},
    rounds: {type: 'string'},
    screenshots: {type: 'string'},
    seed: {type: 'string'},
    workload: {type: 'string', multiple: true},
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 25));
const warmUp = options.quick ? 1 : 6;
const seed = Number(options.seed ?? Math.floor(Math.random() * 1e6));

installPeers();
const browser = await openBrowser();
try {
  const libraries = Object.entries(peerVersions()).map((pair) => pair.join(' '));
  console.log([await browser.version(), `Node ${process.version}`, ...libraries].join(', '));
  for (const chart of options.chart ?? charts()) await benchChart(chart);
} finally {
  await browser.close();
}

function charts() {
  const folders = readdirSync(new URL('workloads', import.meta.url), {withFileTypes: true});
  return folders.filter((entry) => entry.isDirectory()).map(({name}) => name);
}

async function benchChart(chart) {
  const given = await import(`./workloads/${chart}/workload.js`);
  const contenders = contendersFor(chart).filter(({file}) => !options.only || options.only.includes(file));
  const workloads = given.workloads.filter(({name}) => options.workload?.some((part) => name.includes(part)) ?? true);
  if (options.profile) return profile(browser, {chart, file: options.profile, workloads, random: randomFrom(seed)});
  const bundles = await Promise.all(contenders.map(async (d) => ({...d, ...(await bundle(chart, d.file))})));
  const stage = await openStage(browser);
  for (const {file, code} of bundles) await stage.load(file, code);
  if (options.screenshots) await takePictures(stage, {contenders, workloads});
  await measureSpeed(stage, {chart, contenders, workloads});
  console.log(bytesTable(bundles));
  await stage.page.close();
}

async function measureSpeed(stage, {chart, contenders, workloads}) {
  console.log(`\n${chart}: ${warmUp} rounds of warm-up, ${rounds} measured, seed ${seed}`);
  const samples = await runRounds(
    stage,
    {contenders: [{file: 'nothing'}, ...contenders], workloads},
    {rounds, warmUp, random: randomFrom(seed)},
  );
  console.log(`${noiseLine(samples)}\n`);
  for (const workload of workloads)
    for (const step of stepsOf(workload)) {
      const shown = {samples, workload, step, contenders: contendersOf(workload, contenders)};
      console.log(speedTable(shown));
      if (options.parts) console.log(partsTable(shown));
    }
}

/** A picture of each contender after mount and after an update, to see that all draw the same. */
async function takePictures(stage, {contenders, workloads}) {
  await mkdir(options.screenshots, {recursive: true});
  for (const workload of workloads) {
    const random = randomFrom(seed);
    const [first, second] = [workload.json(random), workload.json(random)];
    for (const {file} of contendersOf(workload, contenders)) {
      const {name, width, height} = workload;
      // Ours stands taller than its drawing: it has a heading and a button.
      const clip = {x: 0, y: 0, width: width + 40, height: height + 140};
      const take = (step) =>
        stage.page.screenshot({clip, path: join(options.screenshots, `${name} ${step} ${file}.png`)});
      await stage.give(first, {width, height});
      await stage.run('mount', file, {width, height});
      await take('mount');
      await stage.give(second);
      await stage.run('update');
      await take('update');
      await stage.run('remove');
      if (!workload.hover) continue;
      await stage.give(first, {width, height});
      await stage.run('mount', file, {width, height, hovers: true});
      await stage.measureHover(workload.hover.slice(0, 12), {stays: true});
      await take('hover');
      await stage.run('remove');
    }
  }
}
