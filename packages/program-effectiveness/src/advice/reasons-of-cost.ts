import { formatRupiah } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ProgramHistory } from '../program/program-history.js';
import type { PolicyInView } from '../surroundings/policy-in-view.js';
import type { Reason } from './advice.js';
import { costPerPoint } from './cost-per-point.js';
import { reason } from './reason.js';

/** What a percentage point of improvement cost beside the most that it may; undefined where not all planned results are better. */
export function costReason(
  estimates: RoundEstimates,
  program: ProgramHistory,
  policy: PolicyInView,
): Reason | undefined {
  if (estimates.level4.verdict !== 'better') return undefined;
  const { cost, perPoint, low, high, events } = costPerPoint(estimates, program);
  const maximum = policy.figures['effect.maximumCostPerPoint']?.value ?? null;
  const grounds = {
    figures: { cost, perPoint, low, high, maximum },
    events: maximum === null ? events : [...events, policy.told],
  };
  if (perPoint === null) return reason('costNotKnown', maximum === null ? 'notes' : 'against', NOT_KNOWN, grounds);
  const costs = costWords(perPoint, low, high);
  if (maximum === null) {
    const sentence = {
      en: `${costs.en}; the agency has set no maximum, so this is not judged.`,
      id: `${costs.id}; instansi belum menetapkan batas tertinggi, sehingga hal ini tidak dinilai.`,
    };
    return reason('costNotJudged', 'notes', sentence, grounds);
  }
  const most = formatRupiah(maximum);
  return perPoint > maximum
    ? reason(
        'costTooHigh',
        'against',
        {
          en: `${costs.en}, above the ${most} that the agency accepts.`,
          id: `${costs.id}, di atas ${most} yang diterima instansi.`,
        },
        grounds,
      )
    : reason(
        'costWithinMaximum',
        'for',
        {
          en: `${costs.en}, within the ${most} that the agency accepts.`,
          id: `${costs.id}, masih dalam batas ${most} yang diterima instansi.`,
        },
        grounds,
      );
}

function costWords(perPoint: number, low: number | null, high: number | null): Bilingual {
  const [estimate, from] = [rupiah(perPoint), low === null ? null : rupiah(low)];
  const sure = { en: '', id: '' };
  if (from !== null) {
    sure.en =
      high === null ? ` (${from} or more, without an upper limit)` : ` (95% interval ${from} to ${rupiah(high)})`;
    sure.id =
      high === null ? ` (${from} atau lebih, tanpa batas atas)` : ` (interval 95%: ${from} sampai ${rupiah(high)})`;
  }
  return {
    en: `A percentage point of improvement cost ${estimate}${sure.en}`,
    id: `Setiap poin persentase perbaikan berbiaya ${estimate}${sure.id}`,
  };
}

const NOT_KNOWN: Bilingual = {
  en: 'What the batches of this round cost is not known yet, so that cost is not judged.',
  id: 'Biaya angkatan pada putaran ini belum diketahui, sehingga biayanya belum dinilai.',
};

function rupiah(amount: number): string {
  return formatRupiah(Math.round(amount));
}
