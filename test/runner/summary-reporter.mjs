/**
 * One last line a program can read. A file that cannot be imported is a failure: mocha never saw its tests, so counting
 * tests alone would call it green. A skipped test is a failure too: it promises what nobody checked. Only where it needs
 * what its engine is known not to do it is left out, and named.
 */
import {relative} from 'node:path';
import {beyond} from './engine-limits.mjs';

/**
 * @param {Iterable<import('@web/test-runner-core').TestSession>} sessions
 * @returns {{passed: number, failed: number, remarks: string[]}}
 */
export function countResults(sessions) {
  const totals = {passed: 0, failed: 0, remarks: []};
  for (const session of sessions) add(totals, resultOf(session));
  return totals;
}

function add(totals, {passed, failed, remarks}) {
  totals.passed += passed;
  totals.failed += failed;
  totals.remarks.push(...remarks);
}

function resultOf({testFile, testResults, passed: sessionPassed, browser}) {
  const tests = testResults ? testsIn(testResults) : [];
  if (tests.length === 0) return {passed: 0, failed: 1, remarks: [`no test was run in ${testFile}`]};
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const skipped = tests.filter((test) => test.skipped);
  const leftOut = skipped.filter(({name}) => beyond(browser.name, name));
  const failed = tests.length - passed - leftOut.length;
  if (!sessionPassed && failed === 0) return {passed, failed: 1, remarks: [`failed outside its tests: ${testFile}`]};
  const remarks = [
    ...skipped.filter((test) => !leftOut.includes(test)).map(({name}) => `skipped: ${name} in ${testFile}`),
    ...leftOutBy(leftOut.map(({name}) => beyond(browser.name, name))).map((words) => `${words} in ${pathOf(testFile)}`),
  ];
  return {passed, failed, remarks};
}

const pathOf = (testFile) => relative(process.cwd(), testFile);

/** How many tests were left out for each ability they need. */
const leftOutBy = (abilities) =>
  [...new Set(abilities)].map(
    (ability) => `left out: ${abilities.filter((other) => other === ability).length} that need ${ability}`,
  );

function testsIn({tests, suites}) {
  return [...tests, ...suites.flatMap(testsIn)];
}

/** A reporter for @web/test-runner whose last line is `N passed, N failed`. */
export function summaryReporter() {
  return {
    onTestRunFinished({sessions}) {
      const {passed, failed, remarks} = countResults(sessions);
      for (const remark of remarks) console.log(remark);
      console.log(`${passed} passed, ${failed} failed`);
      if (failed > 0) process.exitCode = 1;
    },
  };
}
