import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { ServiceCode } from '../../service/service-unit/events.js';
import { Maker, reasonFrom } from '../../values/acts.js';
import { DocumentRef, NeedId, PublicReportId, TopicCode, UnitId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** As SP4N-LAPOR! classifies: aspiration, complaint without and with oversight content, request for information. */
export const ReportClassification = z.enum(['aspiration', 'complaint', 'complaintOversight', 'information']);
export type ReportClassification = z.output<typeof ReportClassification>;

/** How a report is sorted out: verified and handed on, put off, passed on to another agency, or archived. */
export const ForwardAction = z.enum(['verified', 'deferred', 'notOurs', 'archived']);
export type ForwardAction = z.output<typeof ForwardAction>;

/** The number of the report where it came in. Of the reporter nothing is kept, so that it holds no identity number either. */
const ExternalRef = DocumentRef.refine(
  (ref) => !/(?<!\d)\d{16}(?!\d)|(?<!\d)\d{18}(?!\d)|@/.test(ref),
  'the reference must not hold an identity number or an address of the reporter',
);

export const PublicReportReceived = event(
  'PublicReportReceived',
  z.strictObject({
    externalRef: ExternalRef,
    channel: z.enum(['sp4nLapor', 'counter', 'letter', 'other']),
    classification: ReportClassification,
    service: ServiceCode.exactOptional(),
    /** The unit that the report is about. */
    unitId: UnitId,
    topicCodes: z.array(TopicCode).min(1),
    receivedOn: LocalDate,
    /** The earlier report that was closed and is taken up again. */
    reopens: PublicReportId.exactOptional(),
    receivedBy: Maker,
  }),
).describe({
  number: 79,
  en: 'A report of the public is received; who reported is not kept.',
  id: 'Laporan masyarakat diterima; identitas pelapor tidak disimpan.',
  basis: 'UU 25/2009; Perpres 76/2013; SP4N-LAPOR!',
});

export const PublicReportForwarded = event(
  'PublicReportForwarded',
  z.strictObject({
    action: ForwardAction,
    /** The unit that answers; for a verified report. */
    toUnitId: UnitId.exactOptional(),
    /** Why it is deferred, not ours, or archived. */
    reason: reasonFrom(['incomplete', 'otherAgency', 'duplicate', 'notAReport']).exactOptional(),
    on: LocalDate,
    forwardedBy: Maker,
  }),
).describe({
  number: 80,
  en: 'A report is verified and handed to the unit that answers, or deferred, passed on or archived with a reason.',
  id: 'Laporan diverifikasi dan diteruskan ke unit penjawab, atau ditunda, dinyatakan bukan wewenang, atau diarsipkan dengan alasan.',
  basis: 'SP4N-LAPOR! (verifikasi, tunda, bukan wewenang, arsipkan)',
});

export const PublicReportAnswered = event(
  'PublicReportAnswered',
  z.strictObject({ on: LocalDate, answeredBy: Maker }),
).describe({
  number: 81,
  en: 'A report is answered.',
  id: 'Laporan dijawab.',
  basis: 'Perpres 76/2013; SP4N-LAPOR!',
});

export const PublicReportClosed = event(
  'PublicReportClosed',
  z.strictObject({
    on: LocalDate,
    /** Whether the reporter was satisfied, where he or she said so. */
    satisfied: z.boolean().exactOptional(),
    /** The development need to which it led. */
    developmentNeedId: NeedId.exactOptional(),
    closedBy: Maker,
  }),
).describe({
  number: 82,
  en: 'A report is closed, with the development need to which it led, if any.',
  id: 'Laporan ditutup, beserta kebutuhan pengembangan yang dihasilkannya, bila ada.',
  basis: 'Perpres 76/2013; SP4N-LAPOR!',
});
