/**
 * `npm test`: everything a change must keep, in two lanes for two cores, and one last line. An argument names another tier
 * than the fast one: `npm run test:gate`.
 */
import {readdirSync} from 'node:fs';
import {countNodeTests, countPlainLine, runStep, sentenceOf, sumOf} from './step.mjs';

const [, , tier] = process.argv;
if (tier) process.env.TEST_TIER = tier;

/** Folders whose tests need Node and no browser; everything else under test/ runs in the browser. */
const NODE_TESTS = ['test/runner', 'test/package', 'test/demo', 'test/support'];

const bin = (name, ...args) => [process.execPath, `node_modules/.bin/${name}`, ...args];
const nodeTestsIn = (folder) =>
  readdirSync(folder, {recursive: true})
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => `${folder}/${file}`);

const inBrowser = [
  {
    name: 'browser tests',
    command: bin('web-test-runner', '--config', 'test/runner/bundled.config.mjs'),
    count: countPlainLine,
  },
];

const onSources = [
  {name: 'types', command: bin('tsc', '-p', 'tsconfig.json')},
  {name: 'types without a page', command: bin('tsc', '-p', 'tsconfig.pure.json')},
  {name: 'import direction', command: bin('depcruise', '--config', '.dependency-cruiser.cjs', 'src')},
  {name: 'format', command: bin('prettier', '--check', '--log-level', 'warn', '.')},
  {name: 'lint', command: bin('eslint', '--max-warnings', '0', '.')},
  {name: 'build', command: [process.execPath, 'build.mjs']},
  {
    name: 'node tests',
    command: [process.execPath, '--test', '--test-reporter=spec', ...NODE_TESTS.flatMap(nodeTestsIn)],
    count: countNodeTests,
  },
];

async function runLane(steps) {
  const outcomes = [];
  for (const step of steps) outcomes.push(await runStep(step));
  return outcomes;
}

const outcomes = await Promise.all([runLane(inBrowser), runLane(onSources)]);
const total = sumOf(outcomes.flat());
console.log(`\n${sentenceOf(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
