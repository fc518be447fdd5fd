/** Rounds in which every contender does every workload once, each round in another order. */
import {shuffled} from './chance.mjs';

const UPDATES = 2;

/**
 * @param {Stage} stage with every contender loaded
 * @param {{file: string}[]} contenders
 * @param {object[]} workloads
 * @param {{rounds: number, warmUp: number, random: () => number}} plan
 * @returns {Promise<Map<string, object[]>>} samples by `workload contender step`, warm-up left out
 */
export async function runRounds(stage, {contenders, workloads}, {rounds, warmUp, random}) {
  const samples = new Map();
  for (let round = -warmUp; round < rounds; round++) {
    for (const workload of shuffled(workloads, random)) {
      // The same figures for everybody in a round.
      const jsons = Array.from({length: 1 + UPDATES}, () => workload.json(random));
      for (const {file} of shuffled(contendersOf(workload, contenders), random)) {
        const add = (step, cost) => round >= 0 && push(samples, keyOf(workload, file, step), cost);
        await sampleOnce(stage, {file, workload, jsons}, add);
      }
    }
    process.stdout.write(round < 0 ? 'w' : '.');
  }
  process.stdout.write('\n');
  return samples;
}

/** Those who can draw it. */
export const contendersOf = ({without = []}, contenders) => contenders.filter(({file}) => !without.includes(file));

export const keyOf = ({name}, file, step) => `${name} ${file} ${step}`;

async function sampleOnce(stage, {file, workload, jsons}, add) {
  const {width, height} = workload;
  const [first, ...others] = jsons;
  await stage.give(first, {width, height});
  add('mount', await stage.measure('mount', file, {width, height}));
  await measureIdle(stage, (cost) => add('mount idle', cost));
  for (const json of others) {
    await stage.give(json);
    add('update', await stage.measure('update'));
    await measureIdle(stage, (cost) => add('update idle', cost));
  }
  await stage.run('remove');
  if (workload.hover) add('hover', await hoverOnce(stage, {file, workload, json: first}));
}

/** Mounted once more, by those who have to be told that they will be pointed at. */
async function hoverOnce(stage, {file, workload: {width, height, hover}, json}) {
  await stage.give(json, {width, height});
  await stage.run('mount', file, {width, height, hovers: true});
  await stage.run('idle');
  const cost = await stage.measureHover(hover);
  await stage.run('remove');
  return cost;
}

/** What is measured of a workload. */
export const stepsOf = ({hover}) => ['mount', 'update', ...(hover ? ['hover'] : [])];

async function measureIdle(stage, add) {
  if (await stage.run('hasIdleWork')) add(await stage.measure('idle'));
}

function push(samples, key, cost) {
  if (!samples.has(key)) samples.set(key, []);
  samples.get(key).push(cost);
}
