import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {countNodeTests, countPlainLine, runStep, sumOf} from './step.mjs';
import {countResults} from './summary-reporter.mjs';

const node = (script) => [process.execPath, '--eval', script];
const quietly = (step) => runStep({name: 'step of a test', ...step});

describe('a step', () => {
  it('without a count is one check', async () => {
    assert.deepEqual(await quietly({command: node('')}), {passed: 1, failed: 0});
    assert.deepEqual(await quietly({command: node('process.exit(2)')}), {passed: 0, failed: 1});
  });

  it('takes its numbers from the last plain line', async () => {
    const command = node("console.log('1 passed, 9 failed'); console.log('7 passed, 2 failed')");
    assert.deepEqual(await quietly({command, count: countPlainLine}), {passed: 7, failed: 2});
  });

  it('reads a line behind terminal codes', async () => {
    const command = node("console.log('\\u001b[2K\\u001b[1A7 passed, 0 failed')");
    assert.deepEqual(await quietly({command, count: countPlainLine}), {passed: 7, failed: 0});
  });

  it('that says all is well but ends badly has failed', async () => {
    const command = node("console.log('7 passed, 0 failed'); process.exit(1)");
    assert.deepEqual(await quietly({command, count: countPlainLine}), {passed: 7, failed: 1});
  });

  it('that ran nothing has failed', async () => {
    assert.deepEqual(await quietly({command: node(''), count: countPlainLine}), {passed: 0, failed: 1});
    assert.deepEqual(await quietly({command: ['no-such-program']}), {passed: 0, failed: 1});
  });

  it('counts skipped and cancelled node tests as failed', () => {
    const output = ['tests 9', 'pass 5', 'fail 1', 'cancelled 1', 'skipped 1', 'todo 1'].map((line) => `ℹ ${line}`);
    assert.deepEqual(countNodeTests(output.join('\n')), {passed: 5, failed: 4});
  });

  it('adds up', () => {
    const outcomes = [
      {passed: 2, failed: 1},
      {passed: 3, failed: 0},
    ];
    assert.deepEqual(sumOf(outcomes), {passed: 5, failed: 1});
  });
});

describe('browser sessions', () => {
  const test = (fields) => ({name: 'a test', passed: true, skipped: false, ...fields});
  const session = (tests, passed = true) => ({
    testFile: 'a.test.ts',
    passed,
    browser: {name: 'Firefox'},
    testResults: {tests: [], suites: [{tests, suites: []}]},
  });
  const counts = (...sessions) => {
    const {passed, failed} = countResults(sessions);
    return {passed, failed};
  };

  it('count their tests', () => {
    assert.deepEqual(counts(session([test(), test({passed: false})])), {passed: 1, failed: 1});
  });

  it('that could not import their file have failed', () => {
    assert.deepEqual(counts({testFile: 'a.test.ts', passed: false}), {passed: 0, failed: 1});
  });

  it('without a test have failed', () => assert.deepEqual(counts(session([])), {passed: 0, failed: 1}));

  it('with a skipped test have failed', () => {
    assert.deepEqual(counts(session([test(), test({skipped: true})])), {passed: 1, failed: 1});
  });

  it('leave out a test only where it needs what the engine cannot do', () => {
    const skipped = (ability) => test({name: `dark (needs ${ability})`, passed: false, skipped: true});
    assert.deepEqual(counts(session([test(), skipped('emulate-reader')])), {passed: 1, failed: 0});
    assert.deepEqual(counts(session([test(), skipped('emulate-time-zone')])), {passed: 1, failed: 1});
  });

  it('count what they leave out', () => {
    const skipped = ['light', 'dark'].map((name) => `${name} (needs emulate-reader)`);
    const tests = skipped.map((name) => test({name, passed: false, skipped: true}));
    assert.deepEqual(countResults([session([test(), ...tests])]).remarks, [
      'left out: 2 that need emulate-reader in a.test.ts',
    ]);
  });

  it('that failed outside their tests have failed', () => {
    assert.deepEqual(counts(session([test()], false)), {passed: 1, failed: 1});
  });
});
