import {defineElement} from '../../chart/define-element.js';
import {CohortRetentionElement} from './element.js';

defineElement('insight-cohort-retention', CohortRetentionElement);
