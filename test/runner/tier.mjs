/**
 * How much a run tries: `fast` on every change, `gate` before a merge, `deep` before a release. `npm run test:gate`.
 */
const TIERS = ['fast', 'gate', 'deep'];

/**
 * The tier of this run.
 * @throws {Error} when TEST_TIER names none, since a mistyped gate would pass as fast
 */
export function tierOfRun() {
  const tier = process.env.TEST_TIER ?? 'fast';
  if (!TIERS.includes(tier)) throw new Error(`unknown tier: ${tier}; one of ${TIERS.join(', ')}`);
  return tier;
}

/** Middleware of the test server: tells test pages their tier, which a page cannot read from the environment. */
export function tierOfPages() {
  const meta = `<meta name="test-tier" content="${tierOfRun()}">`;
  return async (context, next) => {
    await next();
    if (context.path === '/' && typeof context.body === 'string') {
      context.body = context.body.replace('<head>', `<head>${meta}`);
    }
  };
}
