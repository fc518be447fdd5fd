/**
 * What a test may ask of the browser around its page: the reader's settings, a time zone, a forced garbage collection,
 * the browser's own counters. What an engine cannot do stands in test/support/engine-limits.json.
 */

import {limitsOf} from './engine-limits.mjs';

/** Chromium's counters that a page cannot read; the heap in bytes. */
const COUNTED = {Nodes: 'nodes', JSEventListeners: 'listeners', JSHeapUsedSize: 'heap'};

/**
 * Over the DevTools protocol, which only Chromium speaks.
 * @type {Record<string, (client: import('puppeteer-core').CDPSession, payload: any) => Promise<unknown>>}
 */
const commands = {
  'emulate-reader': async (client, {media = '', features = {}}) => {
    const list = Object.entries(features).map(([name, value]) => ({name, value}));
    await client.send('Emulation.setEmulatedMedia', {media, features: list});
  },
  'collect-garbage': async (client) => {
    await client.send('HeapProfiler.enable');
    for (let times = 0; times < 3; times++) await client.send('HeapProfiler.collectGarbage');
    await client.send('Performance.enable');
    const {metrics} = await client.send('Performance.getMetrics');
    return Object.fromEntries(
      metrics.filter(({name}) => name in COUNTED).map(({name, value}) => [COUNTED[name], value]),
    );
  },
};

/** What puppeteer says for the protocol that the browser has. */
const pageCommands = {
  'emulate-time-zone': (page, {zone}) => page.emulateTimezone(zone || undefined),
};

/** Plugin of the test runner. Commands answer `{value}`, which is null where the engine cannot do it. */
export function browserCommands() {
  /** @type {Map<string, Promise<import('puppeteer-core').CDPSession>>} */
  const clients = new Map();
  const clientOf = ({browser, id}) => {
    const known = clients.get(id) ?? browser.getPage(id).createCDPSession();
    clients.set(id, known);
    return known;
  };
  return {
    name: 'browser-commands',
    async executeCommand({command, payload, session: {browser, id}}) {
      const isOfPage = Object.hasOwn(pageCommands, command);
      if (!isOfPage && !Object.hasOwn(commands, command)) return undefined;
      if (limitsOf(browser.name).includes(command)) return {value: null};
      const value = await (isOfPage
        ? pageCommands[command](browser.getPage(id), payload ?? {})
        : commands[command](await clientOf({browser, id}), payload ?? {}));
      return {value: value ?? true};
    },
  };
}
