import type {Chart} from '../../src/chart/chart.js';
import segmentMatrix from '../../demo/data/segment-matrix.json';
import loyaltyAndValue from '../../demo/data/loyalty-and-value.json';
import loyaltyGroups from '../../demo/data/loyalty-groups.json';
import loyaltyProfitability from '../../demo/data/loyalty-profitability.json';
import revenueQuarters from '../../demo/data/revenue-quarters.json';
import tierMigration from '../../demo/data/tier-migration.json';
import walletAffinity from '../../demo/data/wallet-affinity.json';
import campaignRedemption from '../../demo/data/campaign-redemption.json';
import checkoutFunnel from '../../demo/data/checkout-funnel.json';
import cohortRetention from '../../demo/data/cohort-retention.json';
import loyaltyLadder from '../../demo/data/loyalty-ladder.json';
import neglectedRungs from '../../demo/data/neglected-rungs.json';
import regionalLadder from '../../demo/data/regional-ladder.json';
import emailByDecile from '../../demo/data/email-by-decile.json';
import emailByHistory from '../../demo/data/email-by-history.json';
import goldCardLift from '../../demo/data/gold-card-lift.json';
import treatmentLift from '../../demo/data/treatment-lift.json';
import winBackTest from '../../demo/data/win-back-test.json';
import secondPurchase from '../../demo/data/second-purchase.json';
import telcoChurn from '../../demo/data/telco-churn.json';
import winBack from '../../demo/data/win-back.json';

/** What the demo page shows, by file name. */
export const demoLadders = {
  'loyalty-ladder': loyaltyLadder,
  'neglected-rungs': neglectedRungs,
  'checkout-funnel': checkoutFunnel,
  'regional-ladder': regionalLadder,
} as const;

const demoLifts = {
  'treatment-lift': treatmentLift,
  'email-by-history': emailByHistory,
  'email-by-decile': emailByDecile,
  'gold-card-lift': goldCardLift,
  'win-back-test': winBackTest,
} as const;

/** Of those seen for a year at most: the whole file has 8,000 rows, which every test would draw again. */
const yearOfTelcoChurn = {
  ...telcoChurn,
  rows: telcoChurn.rows.filter(({cohort}) => Number.parseInt(cohort.replace('seen ', ''), 10) <= 12),
};

/** Documents that are a part of their file in `demo/data`. */
export const demoParts: ReadonlySet<string> = new Set(['telco-churn']);

const demoCohorts = {
  'cohort-retention': cohortRetention,
  'second-purchase': secondPurchase,
  'win-back': winBack,
  'telco-churn': yearOfTelcoChurn,
} as const;

const demoMatrices = {
  'segment-matrix': segmentMatrix,
  'loyalty-and-value': loyaltyAndValue,
  'loyalty-groups': loyaltyGroups,
  'loyalty-profitability': loyaltyProfitability,
  'revenue-quarters': revenueQuarters,
  'tier-migration': tierMigration,
  'wallet-affinity': walletAffinity,
  'campaign-redemption': campaignRedemption,
} as const;

/** One demo document seen one way. */
export interface DemoCase {
  readonly name: string;
  readonly data: unknown;
  readonly view: string;
}

const byChart: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'loyalty-ladder': demoLadders,
  'segment-matrix': demoMatrices,
  'treatment-lift': demoLifts,
  'cohort-retention': demoCohorts,
};

/**
 * Every demo document of a chart in every view that can show it; throws where a chart has none, since it would not be
 * tested.
 */
export function demoCases(chart: Chart): DemoCase[] {
  const documents = byChart[chart.name];
  if (!documents) throw new Error(`no demo data for ${chart.name}`);
  const canShow = ({data, view}: DemoCase): boolean => {
    const {metrics, isEmpty} = chart.measure(data, {...chart.defaults, view});
    return metrics !== null && !isEmpty;
  };
  return Object.entries(documents).flatMap(([name, data]) =>
    chart.views.map((view) => ({name, data, view})).filter(canShow),
  );
}
