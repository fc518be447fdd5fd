/** `--profile <contender>`: in which functions and files the script time of one contender goes. */
import {bundle} from './bundle.mjs';
import {openStage} from './page.mjs';

const REPEATS = 150;
const WARM_UP = 20;
const SHOWN = 40;

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
      console.log(`\n${workload.name}, ${step}, ${file}: µs of script a call, mean of ${REPEATS}`);
      print('files', sums.files);
      print('functions with all they call', sums.total);
      print('functions themselves, with what they ask of the browser', sums.own);
      print('asked of the browser', sums.native);
    }
}

async function sampleStep(stage, {file, workload, step, random, fileOfLine}) {
  const {session} = stage;
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {interval: 50});
  const sums = {files: new Map(), total: new Map(), own: new Map(), native: new Map()};
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

/** Each sample counts for the function that runs, for the browser's function it called, and for all who wait for it. */
function addProfile(sums, {nodes, samples, timeDeltas}, fileOfLine) {
  const stacks = stacksOf(nodes, fileOfLine);
  samples.forEach((id, index) => {
    const {bundled, native} = stacks.get(id);
    if (!bundled.length) return;
    const time = timeDeltas[index];
    const [top] = bundled;
    add(sums.files, top.file, time);
    add(sums.own, nameOf(top), time);
    if (native) add(sums.native, `${native} ← ${nameOf(top)}`, time);
    for (const name of new Set(bundled.map(nameOf))) add(sums.total, name, time);
  });
}

const add = (sums, key, time) => sums.set(key, (sums.get(key) ?? 0) + time);

const nameOf = ({name, file}) => `${name} · ${file}`;

/** Node of the profile → the functions of the bundle on its stack, innermost first, and the browser's above them. */
function stacksOf(nodes, fileOfLine) {
  const stacks = new Map();
  const visit = (node, above) => {
    const {functionName, lineNumber, url} = node.callFrame;
    const isBundled = url.startsWith('blob:');
    const frame = {name: functionName || '(anonymous)', file: fileOfLine[lineNumber]};
    const stack = isBundled
      ? {bundled: [frame, ...above.bundled], native: null}
      : {bundled: above.bundled, native: functionName};
    stacks.set(node.id, stack);
    for (const child of node.children ?? []) visit(byId.get(child), stack);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  visit(nodes[0], {bundled: [], native: null});
  return stacks;
}

/** The bundler writes the path of each source file above its code. */
function filesByLine(code) {
  let current = '';
  return code.split('\n').map((line) => {
    const [, opened] = /^\/\/ ((?:src|node_modules|test|\.\.)\/\S+)$/.exec(line) ?? [];
    return (current = opened ?? current);
  });
}

function print(title, sums) {
  const top = [...sums].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  console.log(`  ${title}`);
  for (const [name, time] of top) console.log(`  ${String(Math.round(time / REPEATS)).padStart(8)}  ${name}`);
}
