/** The Chromium inside @sparticuz/chromium, made ready for a bare machine: unpacked once, with libraries and fonts. */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {decompress} from 'wawoff2';

const run = promisify(execFile);
const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(projectRoot, 'node_modules');
const cacheRoot = join(modules, '.cache', 'insight-elements');

/**
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>} env: what to add to the environment
 * @throws {Error} where the package has no browser for this kind of machine
 */
export async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chrome or Chromium found: install one or set CHROME_PATH (the packaged one is for Linux x64)');
  }
  const folder = await unpackOnce();
  const executablePath = join(folder, 'chromium');
  const fonts = {FONTCONFIG_FILE: join(folder, 'fonts.conf')};
  // Bare machines lack NSS, which the package brings; where the system has it, its own is the better match.
  if (await starts(executablePath, fonts)) return {executablePath, env: fonts};
  return {executablePath, env: {...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib')}};
}

async function starts(executablePath, env) {
  try {
    await run(executablePath, ['--version', '--no-sandbox'], {env: {...process.env, ...env}});
    return true;
  } catch {
    return false;
  }
}

/** Under a folder of its version, for the package reuses whatever lies there; the rename makes two runs at once safe. */
async function unpackOnce() {
  const {version} = JSON.parse(await readFile(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8'));
  const folder = join(cacheRoot, `chromium-${version}-cjk`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${process.pid}`;
  await mkdir(draft, {recursive: true});
  await Promise.all([unpackInto(draft), addChineseFont(join(draft, 'chinese'))]);
  await writeFile(join(draft, 'fonts.conf'), fontConfiguration(folder));
  await rename(draft, folder).catch((error) => keepEarlier(draft, folder, error));
  return folder;
}

async function keepEarlier(draft, folder, error) {
  await rm(draft, {recursive: true, force: true});
  if (!existsSync(folder)) throw error;
}

/** In a process of its own: the package takes its target from TMPDIR and its libraries from a Lambda's variable. */
async function unpackInto(target) {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectRoot,
    env: {...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x'},
  });
}

/** The packaged fonts draw no Chinese, and Chromium's font list ignores woff2: so the slices are unpacked to TrueType. */
async function addChineseFont(target) {
  const source = join(modules, '@fontsource-variable', 'noto-sans-sc', 'files');
  await mkdir(target, {recursive: true});
  const slices = (await readdir(source)).filter((file) => /-\d+-wght-normal\.woff2$/.test(file));
  for (const slice of slices) {
    const font = await decompress(await readFile(join(source, slice)));
    await writeFile(join(target, slice.replace('.woff2', '.ttf')), font);
  }
}

/** Without a configuration of its own the packaged Chromium knows no font and draws no text, while tests stay green. */
function fontConfiguration(folder) {
  const preferOpenSans = (family) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>${join(folder, 'chinese')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
  ${['sans-serif', 'serif', 'monospace'].map(preferOpenSans).join('\n  ')}
</fontconfig>
`;
}
