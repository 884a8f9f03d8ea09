import { type Clock, hasHappened } from '@pembinaan/core';
import type { PersonEntry } from '../files/entry.js';
import type { PersonFile } from '../records/record.js';
import { detailOf } from './detail-of.js';
import type { PersonHistory, Source, TimelineEntry } from './person-history.js';
import { sourceOf, type Told, tell } from './tell.js';

/**
 * What the files of a person tell, up to the day of the clock. A correction takes the place of what it corrects in everything that is
 * derived, also before the day that the correction bears, and both stay in the history: in the timeline, in
 * sources, in lists. The order in which the streams are read does not matter.
 */
export function historyOf(employeeId: string, files: readonly PersonFile[], clock: Clock): PersonHistory {
  const correctedBy = correctionsIn(files);
  const person = empty(employeeId);
  for (const { stream, entries } of files) {
    for (const entry of entries) {
      if (!hasHappened(entry, clock) || liesAhead(entry, entries, clock)) continue;
      const told: Told = { ...entry, stream, correctedBy: correctedBy.get(entry.eventId) ?? null };
      tell(person, told);
      person.timeline.push(lineOf(told, employeeId));
    }
  }
  return inTime(person);
}

/**
 * What is known before its day, and told from its day on: a placement, so that the person is not taken for one without any;  and that a
 * certificate was revoked or a claim rejected, which is not told before the certificate or the claim.
 */
function liesAhead(entry: PersonEntry, stream: readonly PersonEntry[], clock: Clock): boolean {
  if (entry.type === 'EmployeePlaced') return clock.effective < entry.data.from;
  const about = stream.find((other) => isRejectedBy(other, entry));
  return about !== undefined && !hasHappened(about, clock);
}

/** Whether what an entry takes back is told by the other. */
function isRejectedBy(other: PersonEntry, entry: PersonEntry): boolean {
  if (entry.type === 'CertificateRevoked') return other.type === 'CertificateIssued';
  if (entry.type !== 'JpClaimRejected' || other.type !== 'JpClaimSubmitted') return false;
  return other.data.claimId === entry.data.claimId;
}

function correctionsIn(files: readonly PersonFile[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { entries } of files) {
    for (const { corrects, eventId } of entries) if (corrects !== undefined) found.set(corrects.eventId, eventId);
  }
  return found;
}

function lineOf(told: Told, employeeId: string): TimelineEntry {
  const { corrects, type } = told;
  return {
    ...sourceOf(told),
    type,
    detail: detailOf(told, employeeId),
    ...(corrects !== undefined && { corrects: { ...corrects } }),
    ...(told.correctedBy !== null && { correctedBy: told.correctedBy }),
  };
}

/** Streams were read one after the other: what stands in several is put in the order of time. */
function inTime(person: PersonHistory): PersonHistory {
  const byTime = ({ source: a }: { readonly source: Source }, { source: b }: { readonly source: Source }): number =>
    earlier(a, b);
  const bySources = (a: { readonly sources: readonly Source[] }, b: { readonly sources: readonly Source[] }): number =>
    earlier(a.sources[0], b.sources[0]);
  person.certificates.sort(byTime);
  person.needs.sort(byTime);
  person.credits.sort(byTime);
  person.mentoring.sort(byTime);
  person.behaviour.sort(byTime);
  person.meetings.sort(byTime);
  person.training.sort(bySources);
  person.workplaceLearning.sort(bySources);
  person.claims.sort(bySources);
  person.timeline.sort(earlier);
  return person;
}

function earlier(a: Source | undefined, b: Source | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.revision - b.revision;
}

function empty(employeeId: string): PersonHistory {
  return {
    employeeId,
    kind: null,
    contract: null,
    separatedOn: null,
    placements: [],
    assessments: [],
    gaps: [],
    needs: [],
    training: [],
    certificates: [],
    credits: [],
    mentoring: [],
    behaviour: [],
    workplaceLearning: [],
    claims: [],
    meetings: [],
    recognitions: [],
    predicates: [],
    timeline: [],
  };
}
