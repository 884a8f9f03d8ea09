import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import type { CompetencyCode, ProficiencyLevel } from '../../values/competency.js';

/** Permenpan RB 38/2017: five levels. */
const LOWEST = 1;
const HIGHEST = 5;

export const R06 = rule('R06', {
  text: {
    en: 'A level is an integer from 1 to 5 and its competency stands in the catalogue of that day; a gap is what the standard requires beyond the level that somebody else assessed, self-assessment alone never decides it.',
    id: 'Level adalah bilangan bulat 1 sampai 5 dan kompetensinya tercantum dalam katalog pada hari itu; kesenjangan adalah kelebihan syarat standar atas level yang dinilai orang lain, penilaian mandiri saja tidak pernah menentukannya.',
  },
  refusals: {
    levelOutOfRange: (d: { competency: CompetencyCode; level: number }) => ({
      en: `The level ${d.level} of ${d.competency} is not one from ${LOWEST} to ${HIGHEST}. Choose one of the five levels.`,
      id: `Level ${d.level} untuk ${d.competency} tidak termasuk ${LOWEST} sampai ${HIGHEST}. Pilih salah satu dari lima level.`,
    }),
    notInCatalogue: (d: { competency: CompetencyCode }) => ({
      en: `The competency ${d.competency} is not in the catalogue of the policy in force. Choose one that is, or adopt a policy version whose catalogue has it.`,
      id: `Kompetensi ${d.competency} tidak tercantum dalam katalog kebijakan yang berlaku. Pilih yang tercantum, atau tetapkan versi kebijakan yang memuatnya.`,
    }),
    listedTwice: (d: { competency: CompetencyCode }) => ({
      en: `The standard lists ${d.competency} more than once. Keep one line with the level that is required.`,
      id: `Standar mencantumkan ${d.competency} lebih dari satu kali. Sisakan satu baris dengan level yang disyaratkan.`,
    }),
    noStandard: (d: { employeeId: string; on: string }) => ({
      en: `On ${d.on}, ${d.employeeId} holds no position with a standard in force. Place the person, or have the standard of the position established first.`,
      id: `Pada ${d.on}, ${d.employeeId} tidak menduduki jabatan yang standarnya berlaku. Tempatkan orangnya, atau tetapkan dahulu standar jabatannya.`,
    }),
    notRequired: (d: { competency: CompetencyCode; standardId: string }) => ({
      en: `The standard ${d.standardId} of the position does not require ${d.competency}, so that there is no gap in it. Choose a competency that it requires, or have the standard established anew.`,
      id: `Standar ${d.standardId} untuk jabatan itu tidak mensyaratkan ${d.competency}, sehingga tidak ada kesenjangan padanya. Pilih kompetensi yang disyaratkan, atau tetapkan ulang standarnya.`,
    }),
    selfAssessmentAlone: (d: { competency: CompetencyCode }) => ({
      en: `Only the person's own assessment of ${d.competency} is valid on that day, which is not enough. Have it assessed by somebody else first.`,
      id: `Pada hari itu hanya ada penilaian mandiri untuk ${d.competency}, dan itu tidak cukup. Mintalah penilaian oleh orang lain dahulu.`,
    }),
    noGap: (d: { competency: CompetencyCode; required: number; actual: number }) => ({
      en: `There is no gap in ${d.competency}: level ${d.required} is required and level ${d.actual} was assessed. Nothing is to be validated; assess anew if the level has fallen.`,
      id: `Tidak ada kesenjangan pada ${d.competency}: disyaratkan level ${d.required} dan hasil penilaian level ${d.actual}. Tidak ada yang perlu divalidasi; lakukan penilaian baru bila levelnya menurun.`,
    }),
  },
});

/** A competency with a level, required or assessed. */
interface Graded {
  readonly competency: CompetencyCode;
  readonly level: ProficiencyLevel;
}

/** Refuses a level that does not exist, and a competency outside the catalogue of the policy in force (R06). */
export function gradable({ competency, level }: Graded, figures: PolicyFigures): Rejection | undefined {
  if (level < LOWEST || level > HIGHEST) return R06.refuse('levelOutOfRange', { competency, level });
  const known = figures['competency.catalogue'].value.some(({ code }) => code === competency);
  return known ? undefined : R06.refuse('notInCatalogue', { competency });
}
