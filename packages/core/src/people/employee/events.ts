import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, Retroactive } from '../../values/acts.js';
import { PositionKind } from '../../values/competency.js';
import {
  DocumentRef,
  EvaluationId,
  IdeaId,
  RecognitionId,
  Sha256,
  StandardId,
  SubjectId,
  UnitId,
} from '../../values/ids.js';
import { LocalDate, Period } from '../../values/local-date.js';

/** PNS are permanent, PPPK have a contract, PPPK paruh waktu a part-time one. */
export const EmploymentKind = z.enum(['pns', 'pppk', 'pppkPartTime']);
export type EmploymentKind = z.output<typeof EmploymentKind>;

export const EmployeeRegistered = event(
  'EmployeeRegistered',
  z.strictObject({
    kind: EmploymentKind,
    /** Keyed hash (HMAC) of the NIP or NI PPPK, made by the vault that holds the number. */
    numberHash: Sha256,
    contract: Period.exactOptional(),
    registeredBy: Maker,
  }),
).describe({
  number: 72,
  en: 'A civil servant is registered under an opaque id; name and number stay in the vault.',
  id: 'Seorang ASN didaftarkan dengan id anonim; nama dan nomornya tetap di brankas data.',
  basis: 'UU 20/2023; Perka BKN 22/2007 and 43/2007',
});

export const EmployeePlaced = event(
  'EmployeePlaced',
  z.strictObject({
    /** Title of the position, not of the person. */
    position: z.string().min(1).max(200),
    positionKind: PositionKind,
    /** The competency standard of the position. */
    standardId: StandardId,
    unitId: UnitId,
    superiorId: SubjectId.exactOptional(),
    from: LocalDate,
    decree: Decree,
    retroactive: Retroactive.exactOptional(),
    placedBy: Maker,
  }),
).describe({
  number: 73,
  en: 'A civil servant takes a position in a unit from a day on.',
  id: 'Seorang ASN menduduki jabatan di suatu unit sejak suatu hari.',
  basis: 'UU 20/2023; decree of placement',
});

export const EmployeeSeparated = event(
  'EmployeeSeparated',
  z.strictObject({
    kind: z.enum(['retired', 'moved', 'contractEnd', 'other']),
    /** First day on which the person no longer serves here. */
    on: LocalDate,
    recordedBy: Maker,
  }),
)
  .describe({
    number: 74,
    en: 'A civil servant leaves the agency.',
    id: 'Seorang ASN tidak lagi bekerja di instansi.',
    basis: 'UU 20/2023; PP 49/2018 (end of contract)',
  })
  .correctable(() => 'separation');

/** What a recognition is for. */
export const RecognitionBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('evaluation'), evaluationId: EvaluationId }),
  z.strictObject({ kind: z.literal('idea'), ideaId: IdeaId }),
  z.strictObject({ kind: z.literal('document'), ref: DocumentRef }),
]);
export type RecognitionBasis = z.output<typeof RecognitionBasis>;

export const RecognitionGranted = event(
  'RecognitionGranted',
  z.strictObject({
    recognitionId: RecognitionId,
    kind: z.enum(['letter', 'award', 'roleModel', 'assignment']),
    basis: RecognitionBasis,
    /** What it means for the career: counted in the professionalism index, named for the talent pool, or nothing. */
    careerLink: z.enum(['ipAsn', 'talentPool', 'none']),
    /** Whether the person agreed to be shown as a role model. */
    shownAsRoleModel: z.boolean(),
    grantedBy: Maker,
  }),
).describe({
  number: 52,
  en: 'A civil servant is recognised for something.',
  id: 'Seorang ASN memperoleh penghargaan atas sesuatu.',
  basis: 'UU 20/2023; practices of Tebingtinggi (T9), Lhokseumawe (L12) and Sleman (S11)',
});
