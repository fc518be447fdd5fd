import type {Preset} from '../reading.js';

/** Apache Superset `POST /api/v1/chart/data`. */
export const preset: Preset = {
  map: {field: 'result/0/data/{i}/#'},
  states: {
    loading: {when: {job_id: '*', result_url: '*'}},
    failed: [
      {when: {'result/0/error': '*'}, message: 'result/0/error'},
      {when: {'result/0/status': ['failed', 'error', 'timed_out', 'stopped']}},
    ],
  },
  notes: 'Metrics are keys such as COUNT(*). Asynchronous queries answer with a job first. Dates are milliseconds.',
};
