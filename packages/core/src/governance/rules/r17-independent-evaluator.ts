import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import { makerOf, subjectsOf } from '../../values/acts.js';
import type { SubjectId } from '../../values/ids.js';

/** What ties a person to that which he would judge. */
const ties = {
  resourcePerson: { en: 'taught it', id: 'menjadi narasumbernya' },
  designer: { en: 'designed the programme', id: 'merancang programnya' },
  organiser: { en: 'organised the batch', id: 'menyelenggarakan angkatannya' },
  mentor: { en: 'is the mentor', id: 'menjadi mentornya' },
  requester: { en: 'asked for the programme', id: 'meminta programnya' },
  participant: { en: 'takes part in it', id: 'menjadi pesertanya' },
} as const;

/** A person and what ties him to that which is judged. */
export interface Tie {
  readonly tie: keyof typeof ties;
  readonly subjectIds: readonly SubjectId[];
}

export const R17 = rule('R17', {
  text: {
    en: 'Whoever evaluates or examines is not the resource person, designer, organiser, mentor or the line head who asked; a participant never records his own attendance or score.',
    id: 'Penilai atau penguji bukan narasumber, perancang, penyelenggara, mentor, atau atasan yang meminta; peserta tidak pernah mencatat kehadiran atau nilainya sendiri.',
  },
  refusals: {
    notIndependent: (d: { subjectId: string; tie: keyof typeof ties }) => ({
      en: `${d.subjectId} ${ties[d.tie].en} and is therefore not independent. Name somebody else.`,
      id: `${d.subjectId} ${ties[d.tie].id}, sehingga tidak independen. Tunjuk orang lain.`,
    }),
  },
});

/** Refuses a judge who is tied to that which he judges (R17). */
export function untied(judges: readonly SubjectId[], bonds: readonly Tie[]): Rejection | undefined {
  for (const { tie, subjectIds } of bonds) {
    const subjectId = judges.find((judge) => subjectIds.includes(judge));
    if (subjectId !== undefined) return R17.refuse('notIndependent', { subjectId, tie });
  }
  return undefined;
}

/** Refuses a command by somebody who is tied to that which he would record or judge (R17); the operator counts too. */
export function actorUntied(command: IssuedCommand, bonds: readonly Tie[]): Rejection | undefined {
  return untied(subjectsOf(makerOf(command)), bonds);
}
