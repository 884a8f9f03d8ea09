import { idOf } from '@pembinaan/event-sourcing';
import type { LearningEstimate } from '../estimates/index.js';
import { inHundredths } from './amounts.js';
import type { ProgramStep } from './explanation.js';
import { ownEntries, type RoundFacts } from './facts.js';
import { groundsOfJudgement, intervalSteps } from './of-judgement.js';
import { batchSteps, planSteps } from './of-round.js';
import { suppressionSteps } from './of-suppression.js';
import { arithmeticStep, because, findingStep, missingStep, type ProgramObstacle } from './steps.js';
import { personalStep } from './steps-of-people.js';

/** How the gain in the tests of a round came about (level 2), without any single score. */
export function learningSteps(facts: RoundFacts): readonly ProgramStep[] {
  const { learning } = facts.round.estimates;
  return [
    ...planSteps(facts),
    ...batchSteps(facts),
    ...testSteps(facts),
    findingStep(
      'sizes',
      {
        en: `${learning.people} people, of whom ${learning.pairs} sat both tests, ${learning.preOnly} only the one before, ${learning.postOnly} only the one after and ${learning.neither} neither.`,
        id: `${learning.people} orang, ${learning.pairs} di antaranya mengikuti kedua tes, ${learning.preOnly} hanya tes awal, ${learning.postOnly} hanya tes akhir, dan ${learning.neither} tidak keduanya.`,
      },
      {
        people: learning.people,
        pairs: learning.pairs,
        preOnly: learning.preOnly,
        postOnly: learning.postOnly,
        neither: learning.neither,
      },
    ),
    ...suppressionSteps(facts, learning.suppressed, {
      en: `Only ${learning.pairs} people sat both tests: nothing is told of their scores.`,
      id: `Hanya ${learning.pairs} orang yang mengikuti kedua tes: nilai mereka tidak ditampilkan.`,
    }),
    ...gainSteps(learning),
  ];
}

function testSteps(facts: RoundFacts): readonly ProgramStep[] {
  const batches = new Set(facts.round.estimates.window?.batchIds ?? []);
  return ownEntries(facts, 'LearningResultRecorded')
    .filter(({ stream }) => batches.has(idOf(stream)))
    .filter(({ data }) => data.kind === 'pre' || data.kind === 'post')
    .map((entry) => personalStep(entry, facts, testObstacle(entry.eventId, entry.data, facts)));
}

type Test = { readonly kind: string; readonly attempt: number; readonly employeeId: string };

function testObstacle(
  eventId: string,
  { kind, attempt, employeeId }: Test,
  { program, round }: RoundFacts,
): ProgramObstacle | undefined {
  if (kind === 'post' && attempt > 1) return because('laterAttempt', LATER_ATTEMPT);
  if (!round.estimates.learning.events.some((told) => told.eventId === eventId))
    return because('otherBatch', OTHER_BATCH);
  const seats = program.batches.flatMap(({ seats: known }) => known.get(employeeId) ?? []);
  const seat = seats.find(({ pre, post }) => pre?.told.eventId === eventId || post?.told.eventId === eventId);
  return seat?.pre && seat.post ? undefined : because('notPaired', NOT_PAIRED);
}

const LATER_ATTEMPT = {
  en: 'only the first attempt does, since a later one would make the gain look larger',
  id: 'hanya percobaan pertama yang dihitung, karena percobaan berikutnya membuat peningkatan tampak lebih besar',
};
const OTHER_BATCH = {
  en: 'the same person is counted once, by the tests of another batch',
  id: 'orang yang sama dihitung satu kali, dengan tes dari angkatan lain',
};
const NOT_PAIRED = {
  en: 'the other test of the same person is missing',
  id: 'tes pasangannya dari orang yang sama tidak ada',
};

function gainSteps({ judgement, pairs }: LearningEstimate): readonly ProgramStep[] {
  if (pairs === 0) {
    return [
      missingStep(
        'pairs',
        'Nobody sat both tests: what was learnt is not known.',
        'Belum ada yang mengikuti kedua tes: hasil belajarnya belum diketahui.',
      ),
    ];
  }
  if (judgement === null || judgement.before === null || judgement.after === null) return [];
  const { before, after, claim, direction } = judgement;
  const gain = after - before;
  const [from, to, by] = [inHundredths(before), inHundredths(after), inHundredths(gain)];
  return [
    arithmeticStep(
      {
        en: `Mean score of the ${pairs} people with both tests: ${from.en} before, ${to.en} after: a difference of ${by.en} points.`,
        id: `Nilai rata-rata ${pairs} orang dengan kedua tes: ${from.id} sebelum, ${to.id} sesudah: selisih ${by.id} poin.`,
      },
      [
        { name: 'before', value: before },
        { name: 'after', value: after },
      ],
      gain,
    ),
    ...intervalSteps(judgement, pointsOf),
    ...groundsOfJudgement(judgement),
    findingStep('claim', claim === 'inconclusive' ? OPEN : direction === 'worse' ? LOWER : HIGHER, {
      claim,
      direction,
    }),
  ];
}

function pointsOf(value: number, signed?: 'signed') {
  const { en, id } = inHundredths(value);
  const sign = signed !== undefined && value > 0 ? '+' : '';
  return { en: `${sign}${en} points`, id: `${sign}${id} poin` };
}

const OPEN = {
  en: 'What may be said: the figures do not settle whether the scores changed. That does not mean that nothing was learnt.',
  id: 'Yang boleh disimpulkan: angkanya belum memastikan ada tidaknya perubahan nilai. Itu tidak berarti tidak ada yang dipelajari.',
};
const HIGHER = {
  en: 'What may be said: the scores are higher after than before; nothing is said of why.',
  id: 'Yang boleh disimpulkan: nilai sesudah lebih tinggi daripada sebelum; penyebabnya tidak ditunjukkan.',
};
const LOWER = {
  en: 'What may be said: the scores are lower after than before; nothing is said of why.',
  id: 'Yang boleh disimpulkan: nilai sesudah lebih rendah daripada sebelum; penyebabnya tidak ditunjukkan.',
};
