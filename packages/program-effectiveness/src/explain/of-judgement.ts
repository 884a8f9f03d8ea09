import type { Bilingual } from '@pembinaan/event-sourcing';
import type { BarringLimit, Judgement, LimitCode } from '../designs/index.js';
import type { ProgramStep } from './explanation.js';
import { findingStep } from './steps.js';
import { assumptions, barringLimits, caveats } from './words.js';

/** How a figure and its changes are written. */
export type Written = (value: number, signed?: 'signed') => Bilingual;

/** Where the difference may lie; nothing where there is no interval, which the limits tell. */
export function intervalSteps({ estimate, interval, p }: Judgement, written: Written): readonly ProgramStep[] {
  if (interval === null) return [];
  const [low, high] = [written(interval.low, 'signed'), written(interval.high, 'signed')];
  return [
    findingStep(
      'interval',
      {
        en: `95% interval of the difference: ${low.en} to ${high.en}.`,
        id: `Interval 95% selisih: ${low.id} sampai ${high.id}.`,
      },
      { estimate, low: interval.low, high: interval.high, p },
    ),
  ];
}

/** What a judgement rests on, and why it says no more. */
export function groundsOfJudgement({ assumptions: checked, limits: found }: Judgement): readonly ProgramStep[] {
  return [
    ...checked.map(({ code, held, figures }) => {
      const { en, id } = assumptions[code];
      const sentence =
        held === null
          ? { en: `For people to judge: whether ${en}.`, id: `Perlu dinilai orang: apakah ${id}.` }
          : held
            ? { en: `Checked, and holds: ${en}.`, id: `Diperiksa dan terpenuhi: ${id}.` }
            : { en: `Checked, and does not hold: ${en}.`, id: `Diperiksa dan tidak terpenuhi: ${id}.` };
      return findingStep(code, sentence, { ...figures, held });
    }),
    ...found.map(limitStep),
  ];
}

function limitStep(code: LimitCode): ProgramStep {
  if (isBarring(code)) {
    const { en, id } = barringLimits[code];
    return findingStep(code, { en: `Bars any claim: ${en}.`, id: `Menghalangi kesimpulan: ${id}.` });
  }
  const { en, id } = caveats[code];
  return findingStep(code, { en: `To be kept in mind: ${en}.`, id: `Perlu diingat: ${id}.` });
}

function isBarring(code: LimitCode): code is BarringLimit {
  return code in barringLimits;
}
