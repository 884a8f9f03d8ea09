import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import { makerOf, subjectsOf } from '../../values/acts.js';
import type { SubjectId } from '../../values/ids.js';
import type { Expectation, PerformancePredicate } from '../../values/performance.js';
import type { AssessmentMethod } from './events.js';

export const R07 = rule('R07', {
  text: {
    en: 'Nobody assesses himself, but for the method self, which stands apart; nor does the trainer of a course that is given as evidence assess.',
    id: 'Tidak ada yang menilai dirinya sendiri, kecuali dengan metode mandiri yang dicatat terpisah; narasumber pelatihan yang dijadikan bukti juga tidak menilai.',
  },
  refusals: {
    ownAssessor: (d: { employeeId: string; method: AssessmentMethod }) => ({
      en: `${d.employeeId} is the assessed person and cannot assess by the method '${d.method}'. Let somebody else assess, or use the method self.`,
      id: `${d.employeeId} adalah orang yang dinilai, sehingga tidak dapat menilai dengan metode '${d.method}'. Mintalah orang lain menilai, atau gunakan metode self.`,
    }),
    selfByAnother: (d: { subjectId: string; employeeId: string }) => ({
      en: `A self-assessment of ${d.employeeId} cannot come from ${d.subjectId}. Let the person assess, or type it on behalf of the person in onBehalfOf.`,
      id: `Penilaian mandiri ${d.employeeId} tidak dapat berasal dari ${d.subjectId}. Mintalah orangnya menilai sendiri, atau ketik atas namanya dengan onBehalfOf.`,
    }),
    trainerAssesses: (d: { subjectId: string; batchId: string }) => ({
      en: `${d.subjectId} taught the batch ${d.batchId}, which is given as evidence, and cannot assess by it. Let somebody else assess, or rest the assessment on other evidence.`,
      id: `${d.subjectId} menjadi narasumber angkatan ${d.batchId} yang dijadikan bukti, sehingga tidak dapat menilai berdasarkan bukti itu. Mintalah orang lain menilai, atau gunakan bukti lain.`,
    }),
  },
});

const predicateNames: Readonly<Record<PerformancePredicate, { readonly en: string; readonly id: string }>> = {
  sangatBaik: { en: 'very good', id: 'Sangat Baik' },
  baik: { en: 'good', id: 'Baik' },
  butuhPerbaikan: { en: 'needs improvement', id: 'Butuh Perbaikan' },
  kurang: { en: 'poor', id: 'Kurang' },
  sangatKurang: { en: 'very poor', id: 'Sangat Kurang' },
};
const expectationNames: Readonly<Record<Expectation, { readonly en: string; readonly id: string }>> = {
  above: { en: 'above expectation', id: 'di atas ekspektasi' },
  meets: { en: 'as expected', id: 'sesuai ekspektasi' },
  below: { en: 'below expectation', id: 'di bawah ekspektasi' },
};

export const R34 = rule('R34', {
  text: {
    en: 'The performance predicate is the one that the matrix of the policy gives for the results of the work and the behaviour at work.',
    id: 'Predikat kinerja adalah yang ditunjukkan matriks kebijakan untuk hasil kerja dan perilaku kerja.',
  },
  refusals: {
    predicateDiffers: (d: {
      given: PerformancePredicate;
      computed: PerformancePredicate;
      results: Expectation;
      behaviour: Expectation;
    }) => ({
      en: `Results ${expectationNames[d.results].en} and behaviour ${expectationNames[d.behaviour].en} make '${predicateNames[d.computed].en}' (${d.computed}), not '${predicateNames[d.given].en}' (${d.given}). Check the three at the source, or leave the predicate out.`,
      id: `Hasil kerja ${expectationNames[d.results].id} dan perilaku kerja ${expectationNames[d.behaviour].id} menghasilkan predikat ${predicateNames[d.computed].id} (${d.computed}), bukan ${predicateNames[d.given].id} (${d.given}). Periksa ketiganya pada sumbernya, atau kosongkan predikatnya.`,
    }),
  },
});

/** Refuses a predicate that does not follow from the matrix (R34). */
export function asInMatrix(
  rated: { readonly results: Expectation; readonly behaviour: Expectation; readonly predicate?: PerformancePredicate },
  computed: PerformancePredicate,
): Rejection | undefined {
  const { results, behaviour, predicate: given } = rated;
  if (given === undefined || given === computed) return undefined;
  return R34.refuse('predicateDiffers', { given, computed, results, behaviour });
}

/** Refuses an assessment of oneself by another method than self, and a self-assessment by somebody else (R07); an operator counts (R04). */
export function assessorApart(
  command: IssuedCommand,
  employeeId: string,
  method: AssessmentMethod,
): Rejection | undefined {
  const maker = makerOf(command);
  if (method === 'self') {
    const { subjectId } = maker;
    return subjectId === employeeId ? undefined : R07.refuse('selfByAnother', { subjectId, employeeId });
  }
  const own = subjectsOf(maker).some((subject) => subject === employeeId);
  return own ? R07.refuse('ownAssessor', { employeeId, method }) : undefined;
}

/** Refuses an assessment by somebody who taught in a batch that is given as evidence (R07). */
export function notTheTrainer(
  command: IssuedCommand,
  taught: readonly { readonly batchId: string; readonly resourcePersons: readonly SubjectId[] }[],
): Rejection | undefined {
  for (const { batchId, resourcePersons } of taught) {
    const subjectId = subjectsOf(makerOf(command)).find((subject) => resourcePersons.includes(subject));
    if (subjectId !== undefined) return R07.refuse('trainerAssesses', { subjectId, batchId });
  }
  return undefined;
}
