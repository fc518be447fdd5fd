import {expect} from 'chai';

/*
 * Import this file and every test of the importing file also asserts that the page stayed quiet: nothing thrown past a
 * caller, no rejection left alone, nothing on the console, nothing that the policy of the page refused.
 */

const heard: string[] = [];

const tell = (source: string, what: unknown): void => {
  heard.push(`${source}: ${what instanceof Error ? (what.stack ?? what.message) : String(what)}`);
};

addEventListener('error', ({message, error}) => tell('error', error ?? message));
addEventListener('unhandledrejection', ({reason}) => tell('unhandled rejection', reason));
document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
  // A browser asks for the icon of its tab by itself, and WebKitGTK tells the page that this was refused.
  if (blockedURI === new URL('/favicon.ico', location.href).href) return;
  tell('policy', `${effectiveDirective} ${blockedURI}`);
});

for (const level of ['error', 'warn'] as const) {
  const said = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    // Lit's note that this is its development build is no news.
    if (String(words[0]).startsWith('Lit is in dev mode')) return;
    tell(`console.${level}`, words.map(String).join(' '));
    said(...words);
  };
}

/** What the page has said since the last call. */
const troubles = (): string[] => heard.splice(0);

beforeEach(() => {
  troubles();
});

afterEach(async () => {
  // Rejections and violations are told in a task of their own.
  await new Promise((resolve) => setTimeout(resolve));
  const said = troubles();
  // In whole, where the message of a comparison would be cut.
  expect(said, said.join('\n')).to.deep.equal([]);
});
