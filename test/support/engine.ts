import limits from './engine-limits.json';

/** Something that a test needs of the browser and that no page can do; engine-limits.json says what each is. */
export type Ability = keyof typeof limits.abilities;
export type Engine = keyof typeof limits.cannot;

/** WebKit calls itself Safari, as Chromium does too. */
function engineOf({userAgent}: Navigator): Engine {
  if (userAgent.includes('Firefox/')) return 'Firefox';
  return userAgent.includes('Chrome/') ? 'Chromium' : 'WebKitGTK';
}

/** The engine that runs this page. */
export const engine = engineOf(navigator);

const cannot: readonly string[] = limits.cannot[engine];

export const engineCan = (ability: Ability): boolean => !cannot.includes(ability);

/**
 * A test that needs an ability of the browser. An engine without it leaves the test out, and the run names it; any other
 * skipped test is a failure.
 */
export function itNeeds(ability: Ability, title: string, test: Mocha.AsyncFunc): void {
  if (engineCan(ability)) it(title, test);
  else it.skip(`${title} (needs ${ability})`, test);
}
