/** Firefox for the test runner: the runner's own launcher for puppeteer, which speaks WebDriver BiDi with Firefox. */
import {existsSync} from 'node:fs';
import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';

/** In milliseconds. It starts while two lanes bundle their tests: from a cold disk that has taken more than 30 s. */
const START_PATIENCE = 120_000;
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** FIREFOX_PATH or an installed Firefox; undefined where there is none. */
export function findFirefox() {
  return [process.env.FIREFOX_PATH, ...PLACES].find((place) => place && existsSync(place));
}

/**
 * One page at a time: in Firefox only the page in front has the focus, and two would take it from each other.
 * @throws {Error} where Firefox is not installed
 */
export function firefoxLauncher() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('no Firefox found: install one or set FIREFOX_PATH');
  return chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: {browser: 'firefox', executablePath, timeout: START_PATIENCE},
    concurrency: 1,
  });
}
