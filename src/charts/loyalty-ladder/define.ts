import {LoyaltyLadderElement} from './element.js';

if (!customElements.get('insight-loyalty-ladder'))
  customElements.define('insight-loyalty-ladder', LoyaltyLadderElement);
