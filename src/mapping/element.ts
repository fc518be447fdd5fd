/** What a chart element needs of the mapping; loaded when an element has a map or a preset, not before. */
export {loadPreset} from './presets/index.js';
export {readRows} from './read-rows.js';
export {mappingRules} from './words.js';
