/**
 * What a test may ask of the browser around its page, over the DevTools protocol: the reader's settings, a time zone, a
 * forced garbage collection, the browser's own counters. An engine without the protocol says so; its tests are named.
 */

/** Chromium's counters that a page cannot read; the heap in bytes. */
const COUNTED = {Nodes: 'nodes', JSEventListeners: 'listeners', JSHeapUsedSize: 'heap'};

/** @type {Record<string, (client: import('puppeteer-core').CDPSession, payload: any) => Promise<unknown>>} */
const commands = {
  'ask-ability': async () => true,
  'emulate-reader': async (client, {media = '', features = {}}) => {
    const list = Object.entries(features).map(([name, value]) => ({name, value}));
    await client.send('Emulation.setEmulatedMedia', {media, features: list});
  },
  'emulate-time-zone': (client, {zone}) => client.send('Emulation.setTimezoneOverride', {timezoneId: zone}),
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

/** Plugin of the test runner. Commands answer `{value}`, or null where the browser has no DevTools protocol. */
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
    async executeCommand({command, payload, session}) {
      if (!Object.hasOwn(commands, command)) return undefined;
      if (session.browser.type !== 'puppeteer' || /firefox/i.test(session.browser.name)) return {value: null};
      const value = await commands[command](await clientOf(session), payload ?? {});
      return {value: value ?? true};
    },
  };
}
