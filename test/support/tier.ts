/** How much a test tries: `fast` on every change, `gate` before a merge, `deep` before a release. */
export type Tier = 'fast' | 'gate' | 'deep';

const isTier = (text: string | undefined): text is Tier => text === 'fast' || text === 'gate' || text === 'deep';

/** The tier of this run, which the test server writes into the page. */
function tierOfPage(): Tier {
  const tier = document.querySelector<HTMLMetaElement>('meta[name="test-tier"]')?.content;
  if (!isTier(tier)) throw new Error(`unknown tier: ${tier ?? 'none'}`);
  return tier;
}

/** The size of a test in this run. */
export const perTier = <Size>(sizes: Readonly<Record<Tier, Size>>): Size => sizes[tierOfPage()];
