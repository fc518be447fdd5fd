import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {findBrowser} from './test/runner/browser.mjs';
import {browserCommands} from './test/runner/browser-commands.mjs';
import {secondCopies} from './test/runner/second-copy.mjs';
import {strictPages} from './test/runner/strict-page.mjs';
import {summaryReporter} from './test/runner/summary-reporter.mjs';
import {tierOfPages, tierOfRun} from './test/runner/tier.mjs';
import {faultRoutes} from './test/support/fault-server/fault-server.mjs';

const {executablePath, args, env} = await findBrowser();
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));

/** Tests run on Lit's development build for its warnings; that it is one is no news. */
const isNews = ({args: words}) => !String(words[0]).startsWith('Lit is in dev mode');

/** Of two pages in one window one lies behind the other, where hardly a frame is painted: each has a window of its own. */
async function pageInFront({context}) {
  const page = await context.newPage({type: 'window'});
  await page.emulateFocusedPage(true);
  return page;
}

export default {
  files: ['test/**/*.test.ts', '!test/bench/**'],
  nodeResolve: {exportConditions: ['browser', 'development']},
  browsers: [chromeLauncher({launchOptions: {executablePath, args, env}, concurrency: 2, createPage: pageInFront})],
  plugins: [esbuildPlugin({ts: true, json: true, tsconfig}), browserCommands()],
  middleware: [strictPages(), tierOfPages(), faultRoutes(), secondCopies()],
  testFramework: {config: {timeout: tierOfRun() === 'fast' ? 10_000 : 600_000}},
  browserStartTimeout: 60_000,
  testsFinishTimeout: tierOfRun() === 'fast' ? 600_000 : 3_600_000,
  filterBrowserLogs: isNews,
  reporters: [defaultReporter({reportTestProgress: Boolean(process.stdout.isTTY)}), summaryReporter()],
};
