/** `--profile <contender>`: in which functions and files the script time of one contender goes. */
import {bundle} from './bundle.mjs';
import {openStage} from './page.mjs';

const REPEATS = 300;
const WARM_UP = 20;
const SHOWN = 25;

/** Prints the top functions and files of mount, idle work and update of each workload, in µs a call. */
export async function profile(browser, {chart, file, workloads, random}) {
  const {code} = await bundle(chart, file, {minify: false});
  const fileOfLine = filesByLine(code);
  for (const workload of workloads)
    for (const step of ['mount', 'update']) {
      const stage = await openStage(browser);
      await stage.load(file, code);
      const sums = await sampleStep(stage, {file, workload, step, random, fileOfLine});
      await stage.page.close();
      console.log(`\n${workload.name}, ${step}, ${file}: µs a call, mean of ${REPEATS}, without the frames`);
      print('files', sums.files);
      print('functions', sums.functions);
    }
}

async function sampleStep(stage, {file, workload, step, random, fileOfLine}) {
  const {session} = stage;
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {interval: 50});
  const sums = {files: new Map(), functions: new Map()};
  for (let turn = -WARM_UP; turn < REPEATS; turn++) {
    await prepare(stage, {file, workload, step, random});
    await session.send('Profiler.start');
    await stage.run(step, file, workload);
    const {profile: taken} = await session.send('Profiler.stop');
    if (turn >= 0) addProfile(sums, taken, fileOfLine);
    await stage.run('remove');
  }
  return sums;
}

async function prepare(stage, {file, workload, step, random}) {
  await stage.give(workload.json(random), workload);
  if (step === 'mount') return;
  await stage.run('mount', file, workload);
  await stage.run('idle');
  await stage.give(workload.json(random));
}

const NOT_OURS = new Set(['(idle)', '(root)']);

function addProfile(sums, {nodes, samples, timeDeltas}, fileOfLine) {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  samples.forEach((id, index) => {
    const {functionName, lineNumber, url} = byId.get(id);
    if (NOT_OURS.has(functionName)) return;
    const place = url.startsWith('blob:') ? (fileOfLine[lineNumber] ?? '') : url ? 'bench' : 'browser';
    add(sums.files, place, timeDeltas[index]);
    add(sums.functions, `${functionName || '(anonymous)'} · ${place}`, timeDeltas[index]);
  });
}

const add = (sums, key, time) => sums.set(key, (sums.get(key) ?? 0) + time);

/** The bundler marks where each source file begins and ends. */
function filesByLine(code) {
  let current = '';
  return code.split('\n').map((line) => {
    const [, opened] = /^\/\/#region (.*)$/.exec(line) ?? [];
    if (opened) current = opened;
    if (line.startsWith('//#endregion')) current = '';
    return current;
  });
}

function print(title, sums) {
  const total = [...sums.values()].reduce((sum, time) => sum + time, 0);
  const top = [...sums].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  console.log(`  ${title} (all ${Math.round(total / REPEATS)})`);
  for (const [name, time] of top) console.log(`  ${String(Math.round(time / REPEATS)).padStart(8)}  ${name}`);
}
