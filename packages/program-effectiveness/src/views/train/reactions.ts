import { agencyReadModel } from '../../agency-read-model.js';
import { disclosure, meanOf } from '../../disclosure.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { programRegister } from '../../records/program-register.js';
import { reactionRecords } from '../../records/reaction-records.js';

/** How the participants found a batch (level 1): means in hundredths of 1 poor to 4 very good. */
export type ReactionsLine = {
  readonly programId: string | null;
  readonly program: string | null;
  readonly batchId: string;
  /** Participants who answered. */
  readonly n: number | null;
  readonly speaker: number | null;
  readonly material: number | null;
  readonly organiser: number | null;
  readonly facility: number | null;
  readonly suppressed: boolean;
};

/** R30: reactions are shown only when enough participants answered, so that no answer can be laid to a person. */
export const reactions = agencyReadModel({
  name: 'Reactions',
  question: {
    en: 'How did the participants find the training?',
    id: 'Bagaimana penilaian peserta atas pelatihan?',
  },
  projections: [reactionRecords, programRegister, agencyPolicy],
  answer: ([rows, programs, policies], on): readonly ReactionsLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    return [...rows.rows.values()]
      .map(({ batchId, programId, n, speaker, material, organiser, facility }): ReactionsLine => {
        const { shown, suppressed } = disclosure(n, minimumN);
        return {
          programId,
          program: programId === null ? null : (programs.get(programId)?.name ?? programId),
          batchId,
          n: shown(n),
          speaker: shown(meanOf(speaker, n)),
          material: shown(meanOf(material, n)),
          organiser: shown(meanOf(organiser, n)),
          facility: shown(meanOf(facility, n)),
          suppressed,
        };
      })
      .sort(
        byCells(
          ({ programId }) => programId,
          ({ batchId }) => batchId,
        ),
      );
  },
});
