/**
 * The roles a map may fill are the names of the data contract, each with the kind of its value. `!` marks a dimension:
 * an entry without it makes no row. Everything else may be missing.
 */
const kindsOf = (kinds: string): ReadonlyMap<string, string> =>
  new Map(
    kinds.split('|').flatMap((line) => {
      const [kind, ...names] = line.split(' ');
      return names.map((name) => [name, kind!] as const);
    }),
  );

/** Roles of a row. `from` and `to` are the ends of a move: without one, somebody entered or left. */
export const ROW_ROLES = kindsOf(
  'text! rung row column segment series arm metric bin|cohort! cohort|day! date|period! period|text from to ciOf|' +
    'count count previous customers size retained n conversions wonBack|' +
    'number target value spend x y previousX previousY mean sd variance sum sumSquares sumNum sumDen sumNumSq sumDenSq ' +
    'sumNumDen preSum preSumSquares sumProducts level pValue medianSeconds|' +
    'rate rate planRate lift low high|flag incomplete control',
);

/** Fields beside the rows. Those of kind `json` are taken as they are and may be written out in the map. */
export const DOCUMENT_ROLES = kindsOf(
  'text basis unit mode currency source proxy|day asOf previousAsOf|flag randomised finished|' +
    'number notShown srmPValue|json rungs order thresholds plan metrics allocation',
);

export const isDimension = (kind: string): boolean => kind.endsWith('!');
export const isMeasure = (kind: string): boolean => kind === 'count' || kind === 'number' || kind === 'rate';
