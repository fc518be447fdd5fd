/** The engines beside Chromium in which the browser tests run: how to tell that one is here, and what brings it. */
import {spawnSync} from 'node:child_process';
import {findFirefox} from './firefox.mjs';
import {canShowWindows, findWebKit} from './webkit.mjs';

/**
 * @typedef {object} EngineOfTests
 * @property {string} name as TEST_ENGINE names it
 * @property {() => boolean} isHere
 * @property {readonly string[]} packages of Debian that bring it
 * @property {readonly string[]} display what the test runner is started with
 */

/** @type {readonly EngineOfTests[]} */
export const engines = [
  {name: 'Firefox', isHere: () => findFirefox() !== undefined, packages: ['firefox-esr'], display: []},
  {
    name: 'WebKitGTK',
    isHere: () => canShowWindows() && findWebKit() !== undefined,
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    display: ['xvfb-run', '-a'],
  },
];

/** Without a Chinese font the engines draw boxes of one width for all of it. Chromium brings its own. */
const CHINESE_FONT = ['fontconfig', 'fonts-noto-cjk'];
const hasChineseFont = () => (spawnSync('fc-list', [':lang=zh', 'family']).stdout ?? '').length > 0;

/** Packages of Debian that are missing here. */
export const missingPackages = () => [
  ...engines.filter(({isHere}) => !isHere()).flatMap(({packages}) => packages),
  ...(hasChineseFont() ? [] : CHINESE_FONT),
];
