import { projection, type Recorded } from '@pembinaan/event-sourcing';
import { type Filed, filedAs } from './entry.js';
import { AGENCY_EVENTS } from './filed-events.js';
import { type AgencyEvent, KEPT_OF_AGENCY } from './kept.js';

/** What holds for everybody, filed by stream and never changed: policy, standards, plans and needs, programmes, communities. */
export const agencyFiles = projection({
  name: 'agency-files',
  version: 1,
  events: AGENCY_EVENTS,
  initial: (): Filed[] => [],
  key: (event) => event.stream,
  on: {
    PolicyVersionAdopted: filed,
    CompetencyStandardEstablished: filed,
    LearningCommunityFormed: filed,
    LearningCommunityMet: filed,
    ProgramDesigned: filed,
    HcdpEstablished: filed,
    DevelopmentPlanDrafted: filed,
    PlanItemAdded: filed,
    PlanItemRemoved: filed,
    DevelopmentPlanEstablished: filed,
    DevelopmentPlanRevised: filed,
    DevelopmentNeedProposed: filed,
    DevelopmentNeedVerified: filed,
    DevelopmentNeedDeclined: filed,
    DevelopmentNeedValidated: filed,
    DevelopmentNeedLeftUnserved: filed,
  },
});

function filed(file: Filed[], event: Recorded<AgencyEvent>): Filed[] {
  file.push(filedAs(event, KEPT_OF_AGENCY[event.type]));
  return file;
}
