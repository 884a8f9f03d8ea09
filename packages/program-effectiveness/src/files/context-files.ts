import { type EntryOf, eventFiles, idOf } from '@pembinaan/event-sourcing';
import { CONTEXT_EVENTS } from './filed-events.js';
import { type ContextEvent, KEPT_OF_CONTEXT } from './kept.js';

/**
 * What surrounds programmes, filed by stream and never changed: policy, plans and needs, services, the voice of the public, partners,
 * mentorships, who serves where.
 *
 * Drawers lead from one thing to others, each with a stream in it: `acts/<unit>/` has the evaluations that measure or compare a unit,
 * `programs/<programme>/` the design and the dates of the batches of each programme, `actions/<programme>/` the improvements of a programme,
 * `needs/<need>/` the reports that led to a need, `refs/<number outside>/` the report of that number, `inputs/<input>/` the forum of an
 * input, `after/<plan>/` the plans that follow one, `causes/<what caused it>/` the plans that were revised for it.
 */
export const contextFiles = eventFiles({
  name: 'program-context-files',
  version: 1,
  events: CONTEXT_EVENTS,
  kept: KEPT_OF_CONTEXT,
  key: (event) => {
    const { stream } = event;
    switch (event.type) {
      case 'DevelopmentPlanDrafted': {
        const { previousPlanId } = event.data;
        return previousPlanId === undefined ? stream : [stream, `${plansAfter(previousPlanId)}${stream}`];
      }
      case 'DevelopmentPlanRevised':
        return [stream, ...event.data.causes.map(({ ref }) => `${plansRevisedFor(ref)}${stream}`)];
      case 'ProgramDesigned':
        return `${PROGRAMS}${idOf(stream)}/${stream}`;
      case 'BatchScheduled':
      case 'BatchCancelled':
        return `${PROGRAMS}${event.data.programId}/${stream}`;
      case 'EvaluationPlanned':
        return [...event.data.serviceUnits, ...event.data.comparisonUnits].map((unit) => `${actsOn(unit)}${stream}`);
      case 'ImprovementActionAssigned':
      case 'ImprovementActionCompleted': {
        const { target } = event.data;
        return target.kind === 'program' ? [stream, `${actionsOn(target.programId)}${stream}`] : stream;
      }
      case 'PublicReportReceived':
        return [stream, `${reportNumbered(event.data.externalRef)}${stream}`];
      case 'PublicReportClosed': {
        const { developmentNeedId } = event.data;
        return developmentNeedId === undefined ? stream : [stream, `${reportsBehind(developmentNeedId)}${stream}`];
      }
      case 'PublicInputRecorded':
        return [stream, `${forumOf(event.data.inputId)}${stream}`];
      default:
        return stream;
    }
  },
});

/** The entry of an event of that type in a file of what surrounds programmes. */
export type ContextEntryOf<T extends ContextEvent['type']> = EntryOf<ContextEvent, typeof KEPT_OF_CONTEXT, T>;
/** An entry in a file of what surrounds programmes. */
export type ContextEntry = ContextEntryOf<ContextEvent['type']>;

/** The drawer of the designs and dates of all programmes. */
export const PROGRAMS = 'programs/';

/** The drawer of the evaluations that measure or compare a unit. */
export function actsOn(unitId: string): string {
  return `acts/${unitId}/`;
}

/** The drawer of the improvements of a programme. */
export function actionsOn(programId: string): string {
  return `actions/${programId}/`;
}

/** The drawer of the plans that follow a plan. */
export function plansAfter(planId: string): string {
  return `after/${planId}/`;
}

/** The drawer of the plans that were revised for that cause. */
export function plansRevisedFor(ref: string): string {
  return `causes/${ref}/`;
}

/** The drawer of the reports whose closing names a need. */
export function reportsBehind(needId: string): string {
  return `needs/${needId}/`;
}

/** The drawer of the report that has that number outside. */
export function reportNumbered(externalRef: string): string {
  return `refs/${externalRef}/`;
}

/** The drawer of the forum at which an input was given. */
export function forumOf(inputId: string): string {
  return `inputs/${inputId}/`;
}
