import { yearOf } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { ipAsnOn } from '../ip-asn-input.js';
import { inOrder } from '../order.js';
import { certificateRecords } from '../records/certificate-records.js';
import { jpOfTheYear } from '../records/jp-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { predicateRecords } from '../records/predicate-records.js';
import { serviceRecords, servingOn } from '../records/service-records.js';

/** The professionalism index of a person in the year up to the day. All points are hundredths. */
export interface IpAsnPreviewLine {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly positionKind: string | null;
  readonly year: number;
  readonly qualification: number | null;
  readonly competence: number | null;
  readonly performance: number | null;
  readonly discipline: number | null;
  /** All points that are known; the total will not be lower. */
  readonly partial: number | null;
  readonly total: number | null;
  readonly category: string | null;
  /** What is not known, parted by spaces: always `education` and `sanction`, of which no event tells; `policy` without a policy. */
  readonly missing: string;
  readonly policyVersion: string | null;
}

/** The index is computed and never typed in (Permenpan RB 38/2018; Peraturan BKN 8/2019); what is missing is told and not guessed. */
export const ipAsnPreview = peopleReadModel({
  name: 'IpAsnPreview',
  question: {
    en: 'How does the professionalism index of each civil servant come out from the events, and which data are missing?',
    id: 'Bagaimana indeks profesionalitas setiap ASN menurut peristiwa yang tercatat, dan data apa yang belum ada?',
  },
  needs: [serviceRecords, certificateRecords, jpOfTheYear, predicateRecords, policies],
  linesOf: 'person',
  tells: 'serving',
  answer: ([service, certificates, jp, predicates, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    return inOrder(
      servingOn(service.rows, on).map(({ employeeId, unitId, placement }): IpAsnPreviewLine => {
        const index =
          policy &&
          ipAsnOn(
            {
              placement,
              certificates: certificates.get(employeeId),
              jp: jp.get(employeeId),
              predicates: predicates.get(employeeId),
            },
            policy,
            on,
          );
        return {
          unitId,
          employeeId,
          positionKind: placement?.positionKind ?? null,
          year: yearOf(on),
          qualification: index?.qualification ?? null,
          competence: index?.competence ?? null,
          performance: index?.performance ?? null,
          discipline: index?.discipline ?? null,
          partial: index?.partial ?? null,
          total: index?.total ?? null,
          category: index?.category ?? null,
          missing: index?.missing.join(' ') ?? 'policy',
          policyVersion: policy?.version ?? null,
        };
      }),
      ({ unitId, employeeId }) => [unitId, employeeId],
    );
  },
});
