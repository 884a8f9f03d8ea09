import { daysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { findingRecords } from '../../records/finding-records.js';

/** A finding of the auditors and where it stands. */
export type AuditFindingsLine = {
  readonly findingId: string;
  /** The event that it is about. */
  readonly stream: string;
  readonly revision: number;
  /** What is not met: a rule or a regulation. */
  readonly criterion: string;
  readonly severity: string;
  readonly raisedOn: string;
  readonly due: string;
  readonly state: 'open' | 'late' | 'closed';
  /** Days after the last day, until it was closed or until now; 0 in time. */
  readonly daysLate: number;
  readonly closedOn: string | null;
  readonly reason: string | null;
  readonly followUps: string | null;
};

/** What the Inspektorat found, and what was done about it. The late ones stand first. */
export const auditFindings = agencyReadModel({
  name: 'AuditFindings',
  question: {
    en: 'Which audit findings are open or late, and how were the others closed?',
    id: 'Temuan audit mana yang terbuka atau terlambat, dan bagaimana temuan lain ditutup?',
  },
  projections: [findingRecords, agencyPolicy],
  answer: ([findings, policies], on): readonly AuditFindingsLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    return [...findings.rows.values()]
      .flatMap(({ findingId, raised, closed }): readonly AuditFindingsLine[] => {
        if (raised === null) return [];
        const { stream, revision, criterion, severity, due, at } = raised;
        const raisedOn = dayOf(at);
        if (raisedOn > on) return [];
        const closedOn = closed === null ? null : dayOf(closed.at);
        const isClosed = closedOn !== null && closedOn <= on;
        const until = isClosed ? closedOn : on;
        return [
          {
            findingId,
            stream,
            revision,
            criterion,
            severity,
            raisedOn,
            due,
            state: isClosed ? 'closed' : on > due ? 'late' : 'open',
            daysLate: until > due ? daysBetween(due, until) : 0,
            closedOn: isClosed ? closedOn : null,
            reason: isClosed ? (closed?.reason ?? null) : null,
            followUps: isClosed ? inOneCell(closed?.followUps ?? []) : null,
          },
        ];
      })
      .sort(
        byCells(
          ({ state }) => ORDER[state],
          ({ due }) => due,
          ({ findingId }) => findingId,
        ),
      );
  },
});

const ORDER = { late: 0, open: 1, closed: 2 } as const;
