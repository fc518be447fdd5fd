import type {Preset} from '../reading.js';

/** Google Analytics Data API `runReport`: name the dimensions and metrics as columns. */
export const preset: Preset = {
  map: {
    columns: ['dimensionHeaders/{#}/name', 'metricHeaders/{#}/name'],
    field: {dimension: 'rows/{i}/dimensionValues/#/value', measure: 'rows/{i}/metricValues/#/value'},
  },
  options: {dates: 'compact'},
  notes:
    'Every value is text; the date dimension is 20261031. `totals` stand apart. Without a limit, 10,000 rows are sent: compare `rowCount`.',
};
