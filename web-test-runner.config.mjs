import {fileURLToPath} from 'node:url';
import {chromeLauncher} from '@web/test-runner-chrome';
import {defaultReporter} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {findBrowser} from './test/runner/browser.mjs';
import {summaryReporter} from './test/runner/summary-reporter.mjs';

const {executablePath, args, env} = await findBrowser();

export default {
  files: ['test/**/*.test.ts', '!test/package/**', '!test/demo/**', '!test/bench/**'],
  nodeResolve: {exportConditions: ['browser', 'development']},
  browsers: [chromeLauncher({launchOptions: {executablePath, args, env}, concurrency: 2})],
  plugins: [esbuildPlugin({ts: true, json: true, tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))})],
  testFramework: {config: {timeout: 10_000}},
  testsFinishTimeout: 300_000,
  reporters: [defaultReporter({reportTestProgress: process.stdout.isTTY}), summaryReporter()],
};
