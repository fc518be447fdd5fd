/**
 * Shows every story of the built Storybook to every reader, plays it and judges its accessibility.
 * A story fails by an error while drawing or playing, by a rule of axe, or by anything said on the console.
 */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../runner/browser.mjs';
import {showStory} from './show-story.mjs';
import {serveFolder} from './static-site.mjs';

const PATIENCE = 20_000;

/** What a story asks for to show how a failed load looks; the browser itself complains of it. */
const MISSING = '/nowhere.json';

const READERS = ['light', 'dark'].flatMap((theme) => ['en', 'zh-CN'].map((language) => ({theme, language})));

const site = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
if (!existsSync(site)) throw new Error('there is no storybook-static/: run npm run build-storybook first');

const {entries} = JSON.parse(await readFile(join(site, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');

const {url, close} = await serveFolder(site);
const {executablePath, args, env} = await findBrowser();
const browser = await puppeteer.launch({executablePath, args, env});
try {
  const failures = [];
  for (const reader of READERS) failures.push(...(await showAll(reader)));
  for (const failure of failures) console.log(failure);
  const shown = stories.length * READERS.length;
  const failed = shown === 0 ? 1 : failures.length;
  console.log(`${shown - failures.length} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await browser.close();
  close();
}

/** Failures of one reader, one text for each story that failed. */
async function showAll({theme, language}) {
  const page = await browser.newPage();
  await page.setViewport({width: 1200, height: 900});
  const said = noteWhatIsSaid(page);
  await page.goto(`${url}/iframe.html?viewMode=story&globals=theme:${theme};language:${language}`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.storyStoreValue !== undefined);
  const failures = [];
  for (const {id} of stories) {
    said.length = 0;
    const complaints = [...(await page.evaluate(showStory, id, PATIENCE)), ...said];
    if (complaints.length > 0) failures.push([`✖ ${id} (${theme}, ${language})`, ...complaints].join('\n    '));
  }
  await page.close();
  return failures;
}

function noteWhatIsSaid(page) {
  const said = [];
  page.on('console', (message) => {
    const {url = ''} = message.location();
    if (['error', 'warn'].includes(message.type()) && !url.endsWith(MISSING))
      said.push(`console: ${message.text()} ${url}`);
  });
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  return said;
}
