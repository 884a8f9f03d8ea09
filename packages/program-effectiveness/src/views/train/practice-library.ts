import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { expiredOn, materialRecords, presentVersion } from '../../records/material-records.js';

/** A practice that other regions may read. It names no person of the agency, not even who published it. */
export type PracticeLibraryLine = {
  readonly programId: string;
  readonly materialId: string;
  readonly version: number;
  readonly title: string;
  readonly sourceRegulation: string | null;
  readonly coAuthorPartnerId: string | null;
  readonly publishedOn: string;
  readonly validUntil: string | null;
  /** SHA-256 of the document, so that a reader knows that it is this one. */
  readonly sha256: string;
};

/** S3, S16: become an example for other regions. Only what was published as public, and is still valid. */
export const practiceLibrary = agencyReadModel({
  name: 'PracticeLibrary',
  question: {
    en: 'Which of our practices may other regions take over?',
    id: 'Praktik baik mana yang dapat ditiru daerah lain?',
  },
  projections: [materialRecords, agencyPolicy],
  answer: ([materials, policies], on): readonly PracticeLibraryLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    return [...materials.rows.values()]
      .flatMap((material): readonly PracticeLibraryLine[] => {
        const present = presentVersion(material);
        if (present?.kind !== 'bestPractice' || !present.public || expiredOn(material, on)) return [];
        const { version, title, sourceRegulation, coAuthorPartnerId, validUntil, sha256, at } = present;
        const { programId, materialId } = material;
        const publishedOn = dayOf(at);
        return [
          {
            programId,
            materialId,
            version,
            title,
            sourceRegulation,
            coAuthorPartnerId,
            publishedOn,
            validUntil,
            sha256,
          },
        ];
      })
      .sort(
        byCells(
          ({ publishedOn }) => publishedOn,
          ({ programId }) => programId,
          ({ materialId }) => materialId,
        ),
      );
  },
});
