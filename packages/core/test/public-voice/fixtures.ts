import {
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
} from '../../src/public-voice/public-report/index.js';

/** A complaint about the registry, with oversight content, received on Monday the 18th of May 2026. */
export const report = {
  externalRef: 'LPR-5512',
  channel: 'sp4nLapor' as const,
  classification: 'complaintOversight' as const,
  service: 'ktp-el',
  unitId: 'unit-registry',
  topicCodes: ['waktu-tunggu'],
  receivedOn: '2026-05-18',
};

type Received = Partial<Parameters<typeof PublicReportReceived.of>[0]>;
export const received = (details: Received = {}) =>
  PublicReportReceived.of({ ...report, receivedBy: { subjectId: 'clerk-1' }, ...details });

/** Verified on Wednesday the 20th, answered on Tuesday the 26th, closed on Friday the 29th of May. */
export const verification = { action: 'verified' as const, toUnitId: 'unit-registry', on: '2026-05-20' };
export const verified = PublicReportForwarded.of({ ...verification, forwardedBy: { subjectId: 'clerk-1' } });
export const setAside = (action: 'deferred' | 'notOurs' | 'archived', on = '2026-05-19') =>
  PublicReportForwarded.of({ action, reason: { code: 'incomplete' }, on, forwardedBy: { subjectId: 'clerk-1' } });
export const answered = PublicReportAnswered.of({ on: '2026-05-26', answeredBy: { subjectId: 'officer-1' } });
export const closed = PublicReportClosed.of({ on: '2026-05-29', closedBy: { subjectId: 'clerk-1' } });
