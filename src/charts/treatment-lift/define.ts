import {TreatmentLiftElement} from './element.js';

if (!customElements.get('insight-treatment-lift'))
  customElements.define('insight-treatment-lift', TreatmentLiftElement);
