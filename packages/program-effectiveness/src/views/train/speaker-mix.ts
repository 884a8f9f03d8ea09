import { agencyReadModel } from '../../agency-read-model.js';
import { shareOf } from '../../disclosure.js';
import { byCells, grouped } from '../../lines.js';
import { batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { programRegister } from '../../records/program-register.js';

/** How much of a programme is taught by resource persons of one origin. */
export type SpeakerMixLine = {
  readonly programId: string;
  readonly program: string;
  readonly origin: string;
  /** Different people. */
  readonly speakers: number;
  /** Sessions that they teach; a session with two of them counts twice. */
  readonly sessions: number;
  /** Of all sessions taught in the programme, basis points. */
  readonly share: number | null;
};

/** L4, M5, S3: resource persons of varied background. Cancelled batches do not count. */
export const speakerMix = agencyReadModel({
  name: 'SpeakerMix',
  question: {
    en: 'From where do the resource persons of each programme come?',
    id: 'Dari mana asal narasumber setiap program?',
  },
  projections: [batchRecords, programRegister],
  answer: ([batches, programs]): readonly SpeakerMixLine[] => {
    const assigned = scheduledBatches(batches)
      .filter(({ status }) => status !== 'cancelled')
      .flatMap(({ programId, speakers }) => speakers.map((speaker) => ({ programId, ...speaker })));
    return [...grouped(assigned, ({ programId }) => programId)]
      .flatMap(([programId, ofProgram]) => {
        const all = sessionsOf(ofProgram);
        return [...grouped(ofProgram, ({ origin }) => origin)].map(([origin, ofOrigin]): SpeakerMixLine => {
          const sessions = sessionsOf(ofOrigin);
          return {
            programId,
            program: programs.get(programId)?.name ?? programId,
            origin,
            speakers: new Set(ofOrigin.map(({ subjectId }) => subjectId)).size,
            sessions,
            share: shareOf(sessions, all),
          };
        });
      })
      .sort(
        byCells(
          ({ programId }) => programId,
          ({ origin }) => origin,
        ),
      );
  },
});

function sessionsOf(assigned: readonly { readonly sessionIds: readonly string[] }[]): number {
  return assigned.reduce((sum, { sessionIds }) => sum + sessionIds.length, 0);
}
