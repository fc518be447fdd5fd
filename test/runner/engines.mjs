/**
 * `npm run test:engines`: the browser tests of `npm test` once more in Firefox and in WebKitGTK, in two lanes for two
 * cores. Names what each engine cannot do and counts the tests left out for it; one last line.
 */
import {engines} from './engine-list.mjs';
import {limitsInWords} from './engine-limits.mjs';
import {countPlainLine, runStep, sentenceOf, sumOf} from './step.mjs';

const testRunner = [
  process.execPath,
  'node_modules/.bin/web-test-runner',
  '--config',
  'test/runner/engines.config.mjs',
  ...process.argv.slice(2),
];

async function outcomeIn({name, isHere, packages, display}) {
  if (!isHere()) {
    console.log(`\n── ${name} is not here: apt-get install ${packages.join(' ')}`);
    return {passed: 0, failed: 1};
  }
  let leftOut = [];
  const count = (output) => {
    leftOut = output.match(/^left out: .*$/gm) ?? [];
    return countPlainLine(output);
  };
  const outcome = await runStep({name, command: ['env', `TEST_ENGINE=${name}`, ...display, ...testRunner], count});
  for (const limit of limitsInWords(name)) console.log(`${name} cannot ${limit}`);
  for (const line of leftOut) console.log(`${name} ${line}`);
  return outcome;
}

const total = sumOf(await Promise.all(engines.map(outcomeIn)));
console.log(`\n${sentenceOf(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
