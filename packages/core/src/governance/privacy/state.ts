import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { KeyId, RequestId } from '../../values/ids.js';
import {
  DataSubjectRequestDecided,
  type DataSubjectRight,
  type RequestDecision,
  SubjectKeyDestroyed,
} from './events.js';

export interface DecidedRequest {
  readonly requestId: RequestId;
  readonly right: DataSubjectRight;
  readonly decision: RequestDecision;
  readonly decidedBy: Maker;
}

export interface Privacy {
  readonly requests: readonly DecidedRequest[];
  readonly destroyedKeys: readonly KeyId[];
}

/** One stream a person; its id is that of the person. */
export const privacyState = stream('privacy', {
  events: [DataSubjectRequestDecided, SubjectKeyDestroyed],
  initial: (): Privacy => ({ requests: [], destroyedKeys: [] }),
}).evolve({
  DataSubjectRequestDecided: (privacy, { data }) => {
    const { requestId, right, decision, decidedBy } = data;
    return { ...privacy, requests: [...privacy.requests, { requestId, right, decision, decidedBy }] };
  },
  SubjectKeyDestroyed: (privacy, { data }) => ({
    ...privacy,
    destroyedKeys: [...privacy.destroyedKeys, data.keyId],
  }),
});
