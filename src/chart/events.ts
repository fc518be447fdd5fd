import type {Datum} from '../scene/scene.js';
import type {DataIssue} from '../validation/data-issue.js';
import type {Status} from './status.js';

/** What `insight-status` tells: the state an element has entered, and why. */
export interface StatusDetail {
  readonly status: Status;
  readonly issues: readonly DataIssue[];
}

/** What `insight-select` and `insight-active` tell: the datum, or null when nothing is active any more. */
export interface DatumDetail {
  /** The chart's name, such as `loyalty-ladder`. */
  readonly chart: string;
  readonly datum: (Datum['detail'] & {readonly id: string}) | null;
}

abstract class InsightEvent<Detail> extends Event {
  readonly detail: Detail;
  constructor(type: string, detail: Detail, cancelable: boolean) {
    super(type, {bubbles: true, composed: true, cancelable});
    this.detail = Object.freeze(detail);
  }
}

/** The element has entered another state. */
export class InsightStatusEvent extends InsightEvent<StatusDetail> {
  static readonly type = 'insight-status';
  constructor(detail: StatusDetail) {
    super(InsightStatusEvent.type, detail, false);
  }
}

/** The reader has chosen a datum, or moved thresholds: cancelled, those go back to where they were. */
export class InsightSelectEvent extends InsightEvent<DatumDetail> {
  static readonly type = 'insight-select';
  constructor(detail: DatumDetail) {
    super(InsightSelectEvent.type, detail, true);
  }
}

/** The reader points at or has focused another datum. */
export class InsightActiveEvent extends InsightEvent<DatumDetail> {
  static readonly type = 'insight-active';
  constructor(detail: DatumDetail) {
    super(InsightActiveEvent.type, detail, false);
  }
}

declare global {
  interface HTMLElementEventMap {
    'insight-status': InsightStatusEvent;
    'insight-select': InsightSelectEvent;
    'insight-active': InsightActiveEvent;
  }
}
