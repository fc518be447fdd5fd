/**
 * Prints what failed and one last line a program can read. A file that cannot be imported is a failure: mocha never saw
 * its tests, so counting tests alone would call it green.
 */

/** @returns {{passed: number, failed: number}} */
export function countResults(sessions) {
  const counts = {passed: 0, failed: 0};
  for (const session of sessions) countSession(session, counts);
  return counts;
}

function countSession(session, counts) {
  const tests = session.testResults ? testsIn(session.testResults) : [];
  for (const test of tests) {
    if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  const silentFailure = !session.passed && tests.every(({passed}) => passed);
  if (silentFailure || tests.length === 0) counts.failed += 1;
}

function testsIn(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsIn)];
}

/** A reporter for @web/test-runner whose last line is `N passed, N failed`. */
export function summaryReporter() {
  return {
    onTestRunFinished({sessions}) {
      const finished = [...sessions];
      for (const session of finished.filter(({testResults}) => testResults && testsIn(testResults).length === 0)) {
        console.log(`no test was run in ${session.testFile}`);
      }
      const {passed, failed} = countResults(finished);
      console.log(`${passed} passed, ${failed} failed`);
    },
  };
}
