/**
 * `insight-elements/mapping`: from any response body to rows, by declaration. Knows no DOM, no network and no chart.
 */
export {explain, type Explanation, type RoleExplained} from './explain.js';
export {loadPreset, presetNames} from './presets/index.js';
export {registerPreset} from './preset-list.js';
export {readRows} from './read-rows.js';
export type {
  Expected,
  FieldSource,
  Format,
  MapSource,
  Preset,
  ReadOptions,
  Reading,
  Row,
  RowsReading,
  StateName,
  StateReading,
  StateRule,
  StateRules,
} from './reading.js';
export type {ValueSettings} from './values.js';
export type {DateUnit} from './dates.js';
export type {DataIssue} from '../validation/data-issue.js';
