import {expect} from 'chai';
import {InsightActiveEvent, InsightSelectEvent, InsightStatusEvent} from '../../src/chart/events.js';

const datum = {chart: 'loyalty-ladder', datum: {id: 'client', count: 3}};
const events = [
  {event: new InsightStatusEvent({status: 'ready', issues: []}), type: 'insight-status', cancelable: false},
  {event: new InsightSelectEvent(datum), type: 'insight-select', cancelable: true},
  {event: new InsightActiveEvent(datum), type: 'insight-active', cancelable: false},
];

for (const {event, type, cancelable} of events) {
  describe(type, () => {
    it('reaches the page through shadow roots', () =>
      expect(event).to.include({type, bubbles: true, composed: true, cancelable}));
    it('carries facts that no listener can change for the next', () => expect(event.detail).to.be.frozen);
  });
}
