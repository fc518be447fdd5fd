import {CohortRetentionElement} from './element.js';

if (!customElements.get('insight-cohort-retention'))
  customElements.define('insight-cohort-retention', CohortRetentionElement);
