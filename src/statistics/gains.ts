import type {Counts} from './proportion.js';

/** One bin of a gains table: how responders gather in the best scores. It knows no control, so it is no uplift. */
export interface GainsRow extends Counts {
  /** null for an empty bin. */
  readonly rate: number | null;
  /** The bin's rate over the overall rate (1 is average); null for an empty bin or no responders at all. */
  readonly lift: number | null;
  /** Shares of all customers and of all responders up to and with this bin, 0 to 1. */
  readonly cumulativeCustomers: number | null;
  readonly cumulativeGain: number | null;
  readonly cumulativeLift: number | null;
}

const ratio = (part: number | null, whole: number | null): number | null =>
  part !== null && whole ? part / whole : null;

/** The gains table of bins in the order given, best score first. */
export function gainsTable(bins: readonly Counts[]): GainsRow[] {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  const running = {count: 0, n: 0};
  return bins.map((bin) => {
    running.count += bin.count;
    running.n += bin.n;
    const rate = ratio(bin.count, bin.n);
    const cumulativeCustomers = ratio(running.n, n);
    const cumulativeGain = ratio(running.count, count);
    return {
      ...{count: bin.count, n: bin.n, rate, lift: ratio(rate, ratio(count, n))},
      ...{cumulativeCustomers, cumulativeGain, cumulativeLift: ratio(cumulativeGain, cumulativeCustomers)},
    };
  });
}
