import type { Bilingual } from '@pembinaan/event-sourcing';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { Reason } from './advice.js';
import { reason } from './reason.js';
import { hundredthsWords } from './words.js';

/** What the tests and the ratings of behaviour say (levels 2 and 3): to be known with an advice, which never rests on them. */
export function peopleReasons(estimates: RoundEstimates): readonly Reason[] {
  return [...learningReasons(estimates), ...behaviourReasons(estimates)];
}

function learningReasons({ learning }: RoundEstimates): readonly Reason[] {
  const { suppressed, judgement, pairs, events } = learning;
  if (suppressed) {
    return [
      reason('learningSuppressed', 'notes', {
        en: 'So few people sat both tests that nothing is told of their scores.',
        id: 'Peserta yang mengikuti kedua tes terlalu sedikit sehingga nilainya tidak ditampilkan.',
      }),
    ];
  }
  if (judgement === null || judgement.estimate === null) return [];
  const { estimate, interval, claim, direction } = judgement;
  const figures = { pairs, claim, direction, estimate, low: interval?.low ?? null, high: interval?.high ?? null };
  return [
    reason('learning', 'notes', learningSentence(estimate, claim === 'inconclusive', pairs), { figures, events }),
  ];
}

function learningSentence(estimate: number, undecided: boolean, pairs: number): Bilingual {
  const points = hundredthsWords(Math.abs(estimate));
  const [higher, lebih] = estimate < 0 ? ['lower', 'lebih rendah'] : ['higher', 'lebih tinggi'];
  if (undecided) {
    return {
      en: `The scores of ${pairs} people lay ${points.en} points ${higher} after than before on average, which does not settle whether they changed.`,
      id: `Rata-rata nilai ${pairs} peserta ${points.id} poin ${lebih} setelah program, tetapi ini belum memastikan ada tidaknya perubahan.`,
    };
  }
  return {
    en: `The scores of ${pairs} people were ${points.en} points ${higher} after than before on average; nothing is said of why.`,
    id: `Rata-rata nilai ${pairs} peserta ${points.id} poin ${lebih} setelah program daripada sebelumnya; penyebabnya tidak ditunjukkan.`,
  };
}

function behaviourReasons({ behaviour }: RoundEstimates): readonly Reason[] {
  const { suppressed, mean, interval, rated, asked, levelReached, events } = behaviour;
  if (suppressed) {
    return [
      reason('behaviourSuppressed', 'notes', {
        en: 'So few people were rated by others that nothing is told of their behaviour.',
        id: 'Peserta yang dinilai orang lain terlalu sedikit sehingga penilaian perilakunya tidak ditampilkan.',
      }),
    ];
  }
  if (mean === null) return [];
  const [rating, needed] = [hundredthsWords(mean), hundredthsWords(asked)];
  const [reaches, mencapai] = levelReached === true ? ['which reaches', 'mencapai'] : ['below', 'di bawah'];
  const sentence = {
    en: `Others rate the behaviour of ${rated} people at work ${rating.en} of 5, ${reaches} the ${needed.en} of the policy; nobody was rated before, so that no change is known.`,
    id: `Perilaku ${rated} peserta di tempat kerja dinilai orang lain ${rating.id} dari 5, ${mencapai} ${needed.id} menurut kebijakan; sebelumnya tidak ada penilaian, sehingga perubahannya tidak diketahui.`,
  };
  const figures = { rated, mean, low: interval?.low ?? null, high: interval?.high ?? null, asked };
  return [reason('behaviour', 'notes', sentence, { figures, events })];
}
