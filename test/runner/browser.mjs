/**
 * Finds the browser of the tests without any manual step: CHROME_PATH, then an installed Chrome or Chromium, then the
 * Chromium inside @sparticuz/chromium, which npm has already brought along.
 */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {Launcher} from 'chrome-launcher';

const run = promisify(execFile);
const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
const packageRoot = join(projectRoot, 'node_modules', '@sparticuz', 'chromium');
const cacheRoot = join(projectRoot, 'node_modules', '.cache', 'insight-elements');

/** Our own list: the one of @sparticuz/chromium turns web security off. */
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
 * `BROWSER_OF_TESTS=packaged` skips the installed ones: drawings are compared only where the fonts are ours.
 * @returns {Promise<BrowserLaunch>}
 * @throws {Error} when there is no browser on this machine and none for it in the package
 */
export async function findBrowser() {
  const wanted = process.env.BROWSER_OF_TESTS;
  if (wanted !== 'packaged') {
    if (process.env.CHROME_PATH) return launchOf(process.env.CHROME_PATH, 'CHROME_PATH');
    const installed = firstInstallation();
    if (installed) return launchOf(installed, 'installed');
  }
  return packagedBrowser();
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

async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chrome or Chromium found: install one or set CHROME_PATH (the packaged one is for Linux x64)');
  }
  const folder = await unpackOnce();
  const executablePath = join(folder, 'chromium');
  const fonts = {FONTCONFIG_FILE: join(folder, 'fonts.conf')};
  const bundledLibraries = {...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib')};
  // Bare machines lack NSS, which the package brings; where the system has it, its own version is the safer one.
  const env = (await starts(executablePath, fonts)) ? fonts : bundledLibraries;
  return launchOf(executablePath, 'packaged', env);
}

async function starts(executablePath, env) {
  try {
    await run(executablePath, ['--version', '--no-sandbox'], {env: {...process.env, ...env}});
    return true;
  } catch {
    return false;
  }
}

/** Unpacks under a folder of the version; the rename makes it safe for two runs at once. */
async function unpackOnce() {
  const {version} = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  const folder = join(cacheRoot, `chromium-${version}`);
  if (existsSync(join(folder, 'fonts.conf'))) return folder;
  const draft = `${folder}-${process.pid}`;
  await mkdir(draft, {recursive: true});
  await unpackInto(draft);
  await writeFile(join(draft, 'fonts.conf'), fontConfiguration(folder));
  await rename(draft, folder).catch(async (error) => {
    await rm(draft, {recursive: true, force: true});
    if (!existsSync(join(folder, 'fonts.conf'))) throw error;
  });
  return folder;
}

/** In a process of its own: the package takes its target from TMPDIR and its libraries from a Lambda's variable. */
async function unpackInto(target) {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectRoot,
    env: {...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x'},
  });
}

/** Without a configuration the packaged Chromium knows no font and draws no text, while tests stay green. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
