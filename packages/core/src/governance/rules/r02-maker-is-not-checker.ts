import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import { type Maker, makerOf, subjectsOf } from '../../values/acts.js';
import type { SubjectId } from '../../values/ids.js';

/** What a person did to an object before; said back to whoever may not check it. */
const acts = {
  proposed: { en: 'proposed it', id: 'mengusulkannya' },
  verified: { en: 'verified it', id: 'memverifikasinya' },
  validated: { en: 'validated it', id: 'memvalidasinya' },
  drafted: { en: 'drafted it', id: 'menyusunnya' },
  submitted: { en: 'submitted it', id: 'mengajukannya' },
  returned: { en: 'returned it', id: 'mengembalikannya' },
  designed: { en: 'designed it', id: 'merancangnya' },
  committed: { en: 'committed the money', id: 'membuat komitmen anggarannya' },
  nominated: { en: 'made the nomination', id: 'mencalonkannya' },
  recommended: { en: 'recommended it', id: 'merekomendasikannya' },
  ordered: { en: 'ordered it', id: 'memerintahkannya' },
  recorded: { en: 'recorded it', id: 'mencatatnya' },
  assessed: { en: 'made the assessment', id: 'melakukan penilaiannya' },
  evaluated: { en: 'evaluated it', id: 'mengevaluasinya' },
  raised: { en: 'raised it', id: 'menyampaikannya' },
  issued: { en: 'issued it', id: 'menerbitkannya' },
  assigned: { en: 'assigned it', id: 'menugaskannya' },
  claimed: { en: 'claimed it', id: 'mengajukan klaimnya' },
  decided: { en: 'decided on it', id: 'memutuskannya' },
  owns: { en: 'is responsible for it', id: 'bertanggung jawab atasnya' },
  leads: { en: 'is the leader whom it is about', id: 'menjadi pimpinan yang dicatat' },
  benefits: { en: 'benefits from it', id: 'memperoleh manfaatnya' },
  mentors: { en: 'is the mentor in it', id: 'menjadi mentornya' },
} as const;

/** One act on an object, remembered for as long as the object lives. */
export interface PastAct {
  readonly act: keyof typeof acts;
  readonly maker: Maker;
}

export const R02 = rule('R02', {
  text: {
    en: 'Maker is not checker: those who proposed, verified, validated or established one object are different people, also after it was returned; whoever benefits never verifies.',
    id: 'Pembuat bukan pemeriksa: pengusul, verifikator, validator, dan penetap satu objek adalah orang yang berbeda, juga setelah dikembalikan; yang memperoleh manfaat tidak pernah memverifikasi.',
  },
  refusals: {
    samePerson: (d: { subjectId: string; act: keyof typeof acts }) => ({
      en: `${d.subjectId} ${acts[d.act].en} and therefore cannot take this step. Ask somebody else.`,
      id: `${d.subjectId} ${acts[d.act].id}, sehingga tidak dapat melakukan langkah ini. Mintalah orang lain.`,
    }),
  },
});

export const R04 = rule('R04', {
  text: {
    en: 'Typing for somebody else never changes the maker: the operator and the person on whose behalf he types both count.',
    id: 'Mengetik atas nama orang lain tidak mengubah pembuat: operator dan orang yang diwakili sama-sama diperhitungkan.',
  },
  refusals: {
    throughOperator: (d: { subjectId: string; act: keyof typeof acts }) => ({
      en: `${d.subjectId} ${acts[d.act].en}, and takes part in this act as operator or through one. Ask two people who had no hand in it.`,
      id: `${d.subjectId} ${acts[d.act].id}, dan ikut dalam tindakan ini sebagai operator atau melalui operator. Mintalah dua orang yang tidak terlibat.`,
    }),
  },
});

/**
 * Refuses a check by somebody who had a hand in the object (R02), directly or through an operator (R04).
 * Compared by subject, over the whole life of the object.
 */
export function independentOf(command: IssuedCommand, past: readonly PastAct[]): Rejection | undefined {
  const checker = makerOf(command);
  for (const { act, maker } of past) {
    if (maker.subjectId === checker.subjectId) return R02.refuse('samePerson', { subjectId: checker.subjectId, act });
    const shared = subjectsOf(maker).find((subject) => subjectsOf(checker).includes(subject));
    if (shared !== undefined) return R04.refuse('throughOperator', { subjectId: shared, act });
  }
  return undefined;
}

/** The person as the one who benefits from an act. */
export function beneficiary(subjectId: SubjectId): PastAct {
  return { act: 'benefits', maker: { subjectId } };
}
