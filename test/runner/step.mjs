/** One step of a test run: a command whose outcome is a number of passed and failed checks. */
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command program and arguments, run in the project's root
 * @property {(output: string) => Outcome | undefined} [count] reads the outcome off the output; without it the whole
 *   step is one check
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Runs a step, and prints what it said where something failed. A step that ends badly without naming a failure, or that names
 * none at all, counts as one failed check.
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
export async function runStep({name, command, count}) {
  const start = performance.now();
  const {code, output} = await outputOf(command);
  const outcome = count ? countedOutcome(code, count(output)) : wholeOutcome(code);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n── ${name}: ${sentenceOf(outcome)} (${seconds} s)`);
  if (outcome.failed > 0) console.log(output.trim());
  return outcome;
}

/** @param {Outcome[]} outcomes */
export function sumOf(outcomes) {
  return outcomes.reduce((sum, {passed, failed}) => ({passed: sum.passed + passed, failed: sum.failed + failed}), {
    passed: 0,
    failed: 0,
  });
}

/** @param {Outcome} outcome */
export const sentenceOf = ({passed, failed}) => `${passed} passed, ${failed} failed`;

/** Reads the last `N passed, N failed` line, which our own runners end with. */
export function countPlainLine(output) {
  const line = [...output.matchAll(/^(?:\w+: )?(\d+) passed, (\d+) failed$/gm)].at(-1);
  return line && {passed: Number(line[1]), failed: Number(line[2])};
}

/** Reads the closing lines of node's own test runner; what was skipped or cancelled was not shown to work. */
export function countNodeTests(output) {
  const numberAfter = (word) => Number([...output.matchAll(new RegExp(`^. ${word} (\\d+)$`, 'gmu'))].at(-1)?.[1] ?? 0);
  if (numberAfter('tests') === 0) return undefined;
  const notShown = ['fail', 'cancelled', 'skipped', 'todo'].map(numberAfter);
  return {passed: numberAfter('pass'), failed: notShown.reduce((sum, number) => sum + number, 0)};
}

function wholeOutcome(code) {
  return code === 0 ? {passed: 1, failed: 0} : {passed: 0, failed: 1};
}

function countedOutcome(code, counted = {passed: 0, failed: 0}) {
  const isSilent = counted.failed === 0 && (code !== 0 || counted.passed === 0);
  return isSilent ? {...counted, failed: 1} : counted;
}

function outputOf([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({code: 1, output: `${output}\n${error.message}`}));
    child.on('close', (code) => resolve({code: code ?? 1, output: stripVTControlCharacters(output)}));
  });
}
