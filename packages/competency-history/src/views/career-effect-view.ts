import { localDate, sourceKey } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { type IpAsnPart, ipAsnPartOf } from '../ip-asn-input.js';
import { assessmentOn } from '../levels/levels.js';
import { inOrder } from '../order.js';
import { type CertificateEntry, certificateRecords, certificateStateOn } from '../records/certificate-records.js';
import { type JpCredit, jpRecords, sumOf } from '../records/jp-records.js';
import { type LevelRecord, levelRecords } from '../records/level-records.js';
import { policies, timeZoneOf } from '../records/policies.js';
import { recognitionRecords } from '../records/recognition-records.js';
import { serviceRecords, servingOn } from '../records/service-records.js';

/**
 * A certificate, a credit or a recognition of a person, with what it did. The JP of a batch stand on the line of its certificate, where
 * there is one, so that the lines of a person add up to what was credited.
 */
export interface CareerEffectLine {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly on: string;
  readonly kind: 'certificate' | 'credit' | 'recognition';
  /** The number of a certificate, the source of a credit, the id of a recognition. */
  readonly ref: string;
  readonly form: string | null;
  /** JP hundredths before and after the caps; null where nothing was credited for it. */
  readonly jpRaw: number | null;
  readonly jpCredited: number | null;
  /** The input of the dimension competence of IP ASN for which it speaks. */
  readonly ipAsnPart: IpAsnPart | null;
  /** Levels gained by the assessments that name the batch as evidence; they are what moves the job-person match. */
  readonly levelsGained: number | null;
  /** For a recognition. */
  readonly careerLink: string | null;
  readonly state: 'counts' | 'reversed' | 'notYet' | 'lapsed' | 'revoked';
}

/** L12: low motivation because no effect on the career is seen. */
export const careerEffectView = peopleReadModel({
  name: 'CareerEffectView',
  question: {
    en: 'What did each certificate, each JP and each recognition do for the career of a civil servant?',
    id: 'Apa pengaruh setiap sertifikat, setiap JP, dan setiap penghargaan terhadap karier seorang ASN?',
  },
  needs: [serviceRecords, certificateRecords, jpRecords, recognitionRecords, levelRecords, policies],
  linesOf: 'person',
  tells: 'serving',
  answer: ([service, certificates, jp, recognitions, levels, policyRows], on) => {
    const timeZone = timeZoneOf(policyRows.rows);
    const lines = servingOn(service.rows, on).flatMap(({ employeeId, unitId, placement }): CareerEffectLine[] => {
      const position = placement?.positionKind;
      const credits = Object.values(jp.get(employeeId)?.credits ?? {}).filter((credit) => credit.on <= on);
      const held = Object.values(certificates.get(employeeId)?.certificates ?? {});
      const gained = (batchId: string) => levelsGained(levels.get(employeeId), batchId, on);
      const bearers = bearersOf(held);
      const person = { unitId, employeeId };
      return [
        ...held.map((certificate): CareerEffectLine => {
          const bears = bearers.get(certificate.batchId) === certificate;
          const earned = bears ? credits.filter((credit) => batchOf(credit) === certificate.batchId) : [];
          const state = certificateStateOn(certificate, on);
          return {
            ...person,
            on: certificate.period.to,
            kind: 'certificate',
            ref: certificate.number,
            form: certificate.form,
            jpRaw: earned.length === 0 ? null : sumOf(earned, ({ jpRaw }) => jpRaw),
            jpCredited: earned.length === 0 ? null : sumOf(earned, ({ jpCredited }) => jpCredited),
            ipAsnPart: ipAsnPartOf(certificate.form, position),
            levelsGained: bears ? gained(certificate.batchId) : null,
            careerLink: null,
            state: state === 'valid' ? 'counts' : state,
          };
        }),
        ...credits
          .filter((credit) => !bearers.has(batchOf(credit) ?? ''))
          .map((credit): CareerEffectLine => {
            const batchId = batchOf(credit);
            return {
              ...person,
              on: credit.on,
              kind: 'credit',
              ref: sourceKey(credit.source),
              form: credit.form,
              jpRaw: credit.jpRaw,
              jpCredited: credit.jpCredited,
              ipAsnPart: ipAsnPartOf(credit.form, position),
              levelsGained: batchId === undefined ? null : gained(batchId),
              careerLink: null,
              state: credit.jpRaw === 0 ? 'reversed' : 'counts',
            };
          }),
        ...Object.entries(recognitions.get(employeeId)?.recognitions ?? {}).flatMap(
          ([recognitionId, { careerLink, grantedAt }]): CareerEffectLine[] => {
            const grantedOn = localDate(grantedAt, timeZone);
            if (on < grantedOn) return [];
            return [
              {
                ...person,
                on: grantedOn,
                kind: 'recognition',
                ref: recognitionId,
                form: null,
                jpRaw: null,
                jpCredited: null,
                ipAsnPart: null,
                levelsGained: null,
                careerLink,
                state: 'counts',
              },
            ];
          },
        ),
      ];
    });
    return inOrder(lines, (line) => [line.unitId, line.employeeId, line.on, line.kind, line.ref]);
  },
});

/** The certificate on whose line the JP of a batch stand: the first that was not revoked, else the first. */
function bearersOf(held: readonly CertificateEntry[]): ReadonlyMap<string, CertificateEntry> {
  const bearers = new Map<string, CertificateEntry>();
  for (const certificate of held) {
    const known = bearers.get(certificate.batchId);
    if (known === undefined || (known.revoked !== null && certificate.revoked === null)) {
      bearers.set(certificate.batchId, certificate);
    }
  }
  return bearers;
}

function batchOf({ source }: JpCredit): string | undefined {
  return source.kind === 'batch' ? source.batchId : undefined;
}

/** Over the assessments that rest on a batch: the level less that of the assessment before it; null where none rests on it. */
function levelsGained(record: LevelRecord | undefined, batchId: string, on: string): number | null {
  const assessments = Object.values(record?.assessments ?? {}).filter(({ method }) => method !== 'self');
  const resting = assessments.filter(({ batchIds, assessedOn }) => batchIds.includes(batchId) && assessedOn <= on);
  if (resting.length === 0) return null;
  return resting.reduce((sum, assessment) => {
    const { competency, assessedOn, eventId } = assessment;
    const before = assessmentOn(assessments, competency, assessedOn, (known) => known.eventId !== eventId);
    return sum + assessment.level - (before?.level ?? 0);
  }, 0);
}
