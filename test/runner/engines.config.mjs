/** The browser tests of `npm test` in another engine than Chromium: TEST_ENGINE=Firefox or TEST_ENGINE=WebKitGTK. */
import config from './bundled.config.mjs';
import {firefoxLauncher} from './firefox.mjs';
import {freePort} from './free-port.mjs';
import {webKitLauncher} from './webkit.mjs';

const launchers = {Firefox: firefoxLauncher, WebKitGTK: webKitLauncher};
const launcher = launchers[process.env.TEST_ENGINE];
if (!launcher) throw new Error(`TEST_ENGINE must be one of ${Object.keys(launchers).join(', ')}`);

export default {
  ...config,
  browsers: [launcher()],
  port: await freePort(),
  // As long as the launchers wait, and some more.
  browserStartTimeout: 180_000,
  // Each of the two has one core, and is slower than Chromium on two.
  testFramework: {config: {timeout: 3 * config.testFramework.config.timeout}},
};
