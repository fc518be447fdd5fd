// Invented segments for what the log cannot show: satisfaction groups, profit beside loyalty, wallets and profiles.
import {isCommand, writeDocument} from './write-document.mjs';

const GENERATED = 'Generated example data: invented figures, no real company.';
const CUSTOMERS = 20_000;

/** Loyal 31 %, satisfied 21 %, rover 48 % of the customers, with what each group brings. */
export function loyaltyGroups() {
  return {
    asOf: '2026-10-31',
    source: GENERATED,
    rows: [
      {segment: 'Loyal', customers: 0.31 * CUSTOMERS, value: 1_470_000},
      {segment: 'Satisfied', customers: 0.21 * CUSTOMERS, value: 630_000},
      {segment: 'Rover', customers: 0.48 * CUSTOMERS, value: 900_000},
    ],
  };
}

/**
 * Loyalty × profitability. x: share of the last twelve months with a purchase; y: profit per customer and year;
 * value: profit of the segment. One segment costs more than it brings.
 */
export function loyaltyProfitability() {
  const segments = [
    {segment: 'Family regulars', x: 0.82, y: 410, customers: 2_600, previousX: 0.8, previousY: 395},
    {segment: 'Gift collectors', x: 0.71, y: 520, customers: 1_300, previousX: 0.64, previousY: 505},
    {segment: 'Trade buyers', x: 0.64, y: 760, customers: 700, previousX: 0.7, previousY: 820},
    {segment: 'Big occasions', x: 0.22, y: 480, customers: 1_500, previousX: 0.24, previousY: 430},
    {segment: 'Christmas only', x: 0.12, y: 260, customers: 3_400, previousX: 0.13, previousY: 275},
    {segment: 'Coupon hunters', x: 0.68, y: 45, customers: 2_900, previousX: 0.6, previousY: 70},
    {segment: 'Frequent returners', x: 0.58, y: -60, customers: 900, previousX: 0.55, previousY: -35},
    {segment: 'One-time bargains', x: 0.08, y: 30, customers: 4_800, previousX: 0.08, previousY: 28},
    {segment: 'Newly won', x: 0.18, y: 110, customers: 1_900, previousX: 0.15, previousY: 100},
  ];
  const rows = segments.map((segment) => ({...segment, value: segment.y * segment.customers}));
  return {asOf: '2026-10-31', source: GENERATED, thresholds: {x: 0.5, y: 200}, rows};
}

/**
 * Share of wallet × affinity, each segment with its profile. x: how gladly they buy here, a score of 0–100; y: what they
 * spend here of all they spend on such goods; value: sales, which are that share of `wallet` per customer and year.
 */
export function walletAffinity() {
  const segments = [
    {
      ...{segment: 'Devoted cooks', x: 86, y: 0.64, customers: 2_100, wallet: 900},
      ...{style: 'Plans the week', motive: 'Joy of cooking', profit: 'High'},
      ...{productNeeds: 'Fresh, regional, range', serviceNeeds: 'Advice at the counter'},
    },
    {
      ...{segment: 'Big families', x: 58, y: 0.58, customers: 3_400, wallet: 1_400},
      ...{style: 'One large shop', motive: 'Supply', profit: 'Medium'},
      ...{productNeeds: 'Large packs, own brands', serviceNeeds: 'Parking, quick tills'},
    },
    {
      ...{segment: 'Neighbours', x: 31, y: 0.71, customers: 2_700, wallet: 420},
      ...{style: 'Daily, on foot', motive: 'Nearness', profit: 'Medium'},
      ...{productNeeds: 'Basics', serviceNeeds: 'Long hours'},
    },
    {
      ...{segment: 'Weekend guests', x: 78, y: 0.19, customers: 1_900, wallet: 1_100},
      ...{style: 'Now and then', motive: 'Treating themselves', profit: 'High'},
      ...{productNeeds: 'Wine, delicacies', serviceNeeds: 'Delivery'},
    },
    {
      ...{segment: 'Recipe seekers', x: 66, y: 0.27, customers: 1_300, wallet: 800},
      ...{style: 'Orders on line', motive: 'Ideas', profit: 'Medium'},
      ...{productNeeds: 'Ready-measured sets', serviceNeeds: 'App, home delivery'},
    },
    {
      ...{segment: 'Offer hunters', x: 22, y: 0.16, customers: 4_600, wallet: 950},
      ...{style: 'Compares leaflets', motive: 'Price', profit: 'Low'},
      ...{productNeeds: 'Brands on offer', serviceNeeds: 'None'},
    },
  ];
  const rows = segments.map(({wallet, ...segment}) => ({
    ...segment,
    value: Math.round(segment.y * wallet * segment.customers),
  }));
  return {asOf: '2026-10-31', source: GENERATED, yUnit: 'percent', thresholds: {x: 50, y: 0.4}, rows};
}

if (isCommand(import.meta.url)) {
  writeDocument('loyalty-groups.json', loyaltyGroups());
  writeDocument('loyalty-profitability.json', loyaltyProfitability());
  writeDocument('wallet-affinity.json', walletAffinity());
}
