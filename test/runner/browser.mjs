/**
 * Finds the browser of the tests without any manual step: CHROME_PATH, then an installed Chrome or Chromium, then the
 * Chromium inside @sparticuz/chromium, which npm has already brought along.
 */
import {existsSync} from 'node:fs';
import {Launcher} from 'chrome-launcher';
import {packagedBrowser} from './packaged-browser.mjs';

const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--no-first-run',
];

/**
 * @typedef {object} BrowserLaunch
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string | undefined>} env the environment the browser starts in
 * @property {'CHROME_PATH' | 'installed' | 'packaged'} origin
 */

/**
 * What puppeteer-core needs to start the browser of the tests.
 * `BROWSER_OF_TESTS=packaged` passes the others over: pictures are compared only where the fonts are ours.
 * @returns {Promise<BrowserLaunch>}
 * @throws {Error} when there is no browser on this machine and none for it in the package
 */
export async function findBrowser() {
  if (process.env.BROWSER_OF_TESTS === 'packaged') return packagedLaunch();
  if (process.env.CHROME_PATH) return launchOf(process.env.CHROME_PATH, 'CHROME_PATH');
  const installed = firstInstallation();
  return installed ? launchOf(installed, 'installed') : packagedLaunch();
}

async function packagedLaunch() {
  const {executablePath, env} = await packagedBrowser();
  return launchOf(executablePath, 'packaged', env);
}

function launchOf(executablePath, origin, env = {}) {
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath} (${origin})`);
  const isRoot = process.getuid?.() === 0;
  const args = isRoot || process.env.CI ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS;
  return {executablePath, args, env: {...process.env, ...env}, origin};
}

function firstInstallation() {
  try {
    return Launcher.getFirstInstallation();
  } catch {
    // chrome-launcher throws where it finds nothing; then the packaged one serves.
    return undefined;
  }
}
