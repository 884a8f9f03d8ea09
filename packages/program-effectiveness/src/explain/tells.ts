import { catalogue, formatRupiah } from '@pembinaan/core';
import { type Bilingual, idOf } from '@pembinaan/event-sourcing';
import { metricWords } from '../advice/words.js';
import type { ContextEntryOf } from '../files/context-files.js';
import { figureWords } from './amounts.js';
import type { KnownAround, KnownOfProgram } from './facts.js';
import { designs } from './words.js';

/**
 * What an event tells, as a sentence without its full stop. Nothing of a person stands in it: no name, no score, no rating; and no figure that
 * rests on fewer cases than may be told.
 */
export function tells(entry: KnownOfProgram | KnownAround, minimumN: number): Bilingual {
  const name = idOf(entry.stream);
  switch (entry.type) {
    case 'ServiceBaselineEstablished':
    case 'ServiceMeasurementRecorded':
      return measurementTells(entry.data, name, minimumN);
    case 'EvaluationPlanned': {
      if (!('design' in entry.data)) return described(entry.type);
      const { design, serviceUnits, comparisonUnits, plannedOn } = entry.data;
      const compared = {
        en: comparisonUnits.length === 0 ? '' : `, compares with ${comparisonUnits.join(', ')}`,
        id: comparisonUnits.length === 0 ? '' : `, dibandingkan dengan ${comparisonUnits.join(', ')}`,
      };
      return {
        en: `The evaluation ${name} was planned on ${plannedOn}: ${designs[design].en}; it measures ${serviceUnits.join(', ')}${compared.en}`,
        id: `Evaluasi ${name} direncanakan pada ${plannedOn}: ${designs[design].id}; mengukur ${serviceUnits.join(', ')}${compared.id}`,
      };
    }
    case 'BatchScheduled': {
      const days = entry.data.sessions.map(({ date }) => date).sort();
      const { from, to } = entry.data.period;
      const [first, last] = [days[0] ?? from, days.at(-1) ?? to];
      return {
        en: `The batch ${name} was scheduled, with sessions from ${first} to ${last}`,
        id: `Angkatan ${name} dijadwalkan, dengan sesi dari ${first} sampai ${last}`,
      };
    }
    case 'LearningResultRecorded': {
      const { kind } = entry.data;
      if (kind === 'pre') return inBatch('A test before', 'Tes awal', name);
      return kind === 'post' ? inBatch('A test after', 'Tes akhir', name) : described(entry.type);
    }
    case 'BehaviourRated': {
      const [en, id] = RATERS[entry.data.raterKind];
      return {
        en: `A rating of a participant of the batch ${entry.data.batchId} by ${en} was recorded on ${entry.data.ratedOn}`,
        id: `Penilaian atas seorang peserta angkatan ${entry.data.batchId} oleh ${id} dicatat pada ${entry.data.ratedOn}`,
      };
    }
    case 'ParticipantOutcomeDecided': {
      const [en, id] = OUTCOMES[entry.data.outcome];
      return { en: `A participant ${en} the batch ${name}`, id: `Seorang peserta ${id} angkatan ${name}` };
    }
    case 'BudgetCommitted': {
      const amount = formatRupiah(entry.data.amount);
      return {
        en: `${amount} of the budget ${name} was committed for the programme (${entry.data.commitmentId})`,
        id: `${amount} dari anggaran ${name} dikomitmenkan untuk program (${entry.data.commitmentId})`,
      };
    }
    case 'BudgetReleased': {
      const amount = formatRupiah(entry.data.amount);
      return {
        en: `${amount} of the commitment ${entry.data.commitmentId} was given back`,
        id: `${amount} dari komitmen ${entry.data.commitmentId} dikembalikan`,
      };
    }
    case 'BudgetRealized': {
      const amount = formatRupiah(entry.data.amount);
      return {
        en: `${amount} of the commitment ${entry.data.commitmentId} was spent`,
        id: `${amount} dari komitmen ${entry.data.commitmentId} direalisasikan`,
      };
    }
    case 'PlanItemAdded': {
      const { itemId, cost } = entry.data.item;
      return {
        en: `The item ${itemId} of the plan ${name} foresees ${formatRupiah(cost)}`,
        id: `Butir ${itemId} pada rencana ${name} memperkirakan ${formatRupiah(cost)}`,
      };
    }
    case 'EvaluationConcluded':
      return {
        en: `The evaluator concluded "${entry.data.conclusion}" on ${entry.data.concludedOn}`,
        id: `Evaluator menyimpulkan "${entry.data.conclusion}" pada ${entry.data.concludedOn}`,
      };
    case 'ProgramImpactMeasured': {
      const metric = metricWords(entry.data.outcome.metric, entry.data.service);
      return {
        en: `The evaluator recorded ${metric.en} in ${entry.data.unitId} from two measurements of the evaluator's choice`,
        id: `Evaluator mencatat ${metric.id} di ${entry.data.unitId} dari dua pengukuran pilihannya`,
      };
    }
    default:
      return described(entry.type);
  }
}

/** As the catalogue describes the type, for events that need no words of their own here. */
export function described(type: string): Bilingual {
  const about = catalogue.find((known) => known.type === type)?.about;
  const bare = (text: string): string => text.replace(/\.$/, '');
  return about === undefined ? { en: type, id: type } : { en: bare(about.en), id: bare(about.id) };
}

function measurementTells(
  { service, metric, period, median, rate, n }: ContextEntryOf<'ServiceMeasurementRecorded'>['data'],
  unitId: string,
  minimumN: number,
): Bilingual {
  const name = metricWords(metric, service);
  const when = {
    en: `In ${unitId}, ${name.en} was measured from ${period.from} to ${period.to}`,
    id: `Di ${unitId}, ${name.id} diukur dari ${period.from} sampai ${period.to}`,
  };
  if (n < minimumN) return when;
  const value = figureWords(metric, median ?? rate ?? 0);
  return { en: `${when.en}: ${value.en} (${n} cases)`, id: `${when.id}: ${value.id} (${n} kasus)` };
}

function inBatch(en: string, id: string, batch: string): Bilingual {
  return {
    en: `${en} of a participant of the batch ${batch} was recorded`,
    id: `${id} seorang peserta angkatan ${batch} dicatat`,
  };
}

const RATERS = {
  superior: ['the superior', 'atasan'],
  peer: ['a peer', 'rekan kerja'],
  subordinate: ['a subordinate', 'bawahan'],
  self: ['the participant', 'peserta itu sendiri'],
} as const;

const OUTCOMES = {
  completed: ['completed', 'menyelesaikan'],
  notCompleted: ['did not complete', 'tidak menyelesaikan'],
  withdrawn: ['withdrew from', 'mengundurkan diri dari'],
} as const;
