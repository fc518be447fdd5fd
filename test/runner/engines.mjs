/**
 * `npm run test:engines`: the browser tests of `npm test` once more in Firefox and in WebKitGTK, in two lanes for two
 * cores. Names what each engine cannot do and the tests left out for it; one last line.
 */
import {limitsInWords} from './engine-limits.mjs';
import {findFirefox} from './firefox.mjs';
import {countPlainLine, runStep, sentenceOf, sumOf} from './step.mjs';
import {canShowWindows, findWebKit} from './webkit.mjs';

const testRunner = [
  process.execPath,
  'node_modules/.bin/web-test-runner',
  '--config',
  'test/runner/engines.config.mjs',
  ...process.argv.slice(2),
];

const engines = [
  {name: 'Firefox', isHere: findFirefox, packages: 'firefox-esr', command: testRunner},
  {
    name: 'WebKitGTK',
    isHere: () => canShowWindows() && findWebKit(),
    packages: 'webkit2gtk-driver xvfb xauth',
    command: ['xvfb-run', '-a', ...testRunner],
  },
];

async function outcomeIn({name, isHere, packages, command}) {
  if (!isHere()) {
    console.log(`\n── ${name} is not here: apt-get install ${packages}`);
    return {passed: 0, failed: 1};
  }
  let leftOut = [];
  const count = (output) => {
    leftOut = output.match(/^left out: .*$/gm) ?? [];
    return countPlainLine(output);
  };
  const outcome = await runStep({name, command: ['env', `TEST_ENGINE=${name}`, ...command], count});
  for (const limit of limitsInWords(name)) console.log(`${name} cannot ${limit}`);
  for (const line of leftOut) console.log(`${name} ${line}`);
  return outcome;
}

const total = sumOf(await Promise.all(engines.map(outcomeIn)));
console.log(`\n${sentenceOf(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
