import type { JpSource, LocalDate } from '@pembinaan/core';
import { correctedIn } from '@pembinaan/event-sourcing';
import type { PersonEntry } from '../files/entry.js';
import type { PersonFile } from '../records/record.js';
import type { KnownActivity } from './recredited.js';

interface Meeting {
  readonly date: LocalDate;
  readonly minutes: number;
}

/**
 * What a person did in a source, as the files told it at a position of the log: what was recorded or corrected later, the ledger did not
 * read. Undefined where the files do not tell of it.
 *
 * The days of the sessions of a batch are not filed: `meetings` is undefined for a batch of more than one day.
 *
 * @param files all files of the person
 * @param until the position of the credit
 */
export function activityIn(
  files: ReadonlyMap<string, PersonFile>,
  source: JpSource,
  ledger: string,
  until: string,
): KnownActivity | undefined {
  const told = (stream: string): readonly PersonEntry[] => entriesUntil(files.get(stream), until);
  switch (source.kind) {
    case 'batch':
      return batchActivity(told(`batch-${source.batchId}`));
    case 'mentorship':
      return meetingActivity(
        told(`mentorship-${source.mentorshipId}`).findLast(
          (entry) => entry.type === 'MentoringSessionRecorded' && entry.data.sessionId === source.sessionId,
        ),
      );
    case 'community':
      return meetingActivity(
        told(`learningCommunity-${source.communityId}`).findLast(
          (entry) => entry.type === 'LearningCommunityMet' && entry.data.meetingId === source.meetingId,
        ),
      );
    case 'workplace':
      return workplaceActivity(told(`workplaceLearning-${source.workplaceLearningId}`));
    case 'claim':
      return claimedActivity(told(ledger), source.claimId);
  }
}

function entriesUntil(file: PersonFile | undefined, until: string): readonly PersonEntry[] {
  const known = file?.entries.filter(({ position }) => position < until) ?? [];
  const corrected = correctedIn(known);
  return corrected === undefined ? known : known.filter(({ eventId }) => !corrected.has(eventId));
}

function batchActivity(entries: readonly PersonEntry[]): KnownActivity | undefined {
  const confirmed = entries.findLast((entry) => entry.type === 'NominationConfirmed');
  if (confirmed?.type !== 'NominationConfirmed') return undefined;
  const { jp, period } = confirmed.data;
  return {
    programJp: jp,
    meetings: period.from === period.to ? attendedOn(entries, period.to) : undefined,
    international: false,
  };
}

/** The sessions of one day at which the person was present, as the last record of each says. */
function attendedOn(entries: readonly PersonEntry[], date: LocalDate): readonly Meeting[] {
  const sessions = new Map<string, Meeting>();
  for (const entry of entries) {
    if (entry.type !== 'AttendanceRecorded') continue;
    const { sessionId, present, minutes } = entry.data;
    if (present) sessions.set(sessionId, { date, minutes });
    else sessions.delete(sessionId);
  }
  return [...sessions.values()];
}

function meetingActivity(entry: PersonEntry | undefined): KnownActivity | undefined {
  if (entry?.type !== 'MentoringSessionRecorded' && entry?.type !== 'LearningCommunityMet') return undefined;
  const { date, minutes } = entry.data;
  return { programJp: undefined, meetings: [{ date, minutes }], international: false };
}

function workplaceActivity(entries: readonly PersonEntry[]): KnownActivity | undefined {
  const assigned = entries.findLast((entry) => entry.type === 'WorkplaceLearningAssigned');
  const completed = entries.findLast((entry) => entry.type === 'WorkplaceLearningCompleted');
  if (assigned?.type !== 'WorkplaceLearningAssigned' || completed?.type !== 'WorkplaceLearningCompleted') {
    return undefined;
  }
  const { international } = assigned.data;
  return { programJp: undefined, meetings: completed.data.meetings, international };
}

function claimedActivity(entries: readonly PersonEntry[], claimId: string): KnownActivity | undefined {
  const claim = entries.findLast((entry) => entry.type === 'JpClaimSubmitted' && entry.data.claimId === claimId);
  if (claim?.type !== 'JpClaimSubmitted') return undefined;
  const { days, international, jpOnCertificate } = claim.data;
  return { programJp: jpOnCertificate, meetings: days, international };
}
