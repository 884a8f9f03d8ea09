import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { EvaluationId, SupportId, UnitId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** What a unit resists: the training, a new procedure, a technology, or the use of what was taught. */
export const ResistanceSubject = z.enum(['training', 'procedure', 'technology', 'application']);
export type ResistanceSubject = z.output<typeof ResistanceSubject>;

export const ChangeResistanceObserved = event(
  'ChangeResistanceObserved',
  z.strictObject({
    observationId: SupportId,
    unitId: UnitId,
    about: ResistanceSubject,
    /** 1 slight to 4 strong. */
    level: z.int().min(1).max(4),
    /** What it is read from: declined nominations, behaviour at work (level 3), a survey. */
    basis: z.enum(['declines', 'behaviour', 'survey']),
    /** People on whom the observation rests: never fewer than the policy allows, never named (R39). */
    n: z.int().positive(),
    observedOn: LocalDate,
    observedBy: Maker,
  }),
)
  .describe({
    number: 85,
    en: 'Resistance to change is observed in a unit, never in a person.',
    id: 'Resistensi terhadap perubahan diamati pada suatu unit, tidak pernah pada seseorang.',
    basis: 'Practice of all five regions',
  })
  .correctable(({ observationId }) => observationId);

export const ChangeSupportGiven = event(
  'ChangeSupportGiven',
  z.strictObject({
    supportId: SupportId,
    unitId: UnitId,
    kind: z.enum(['education', 'outreach', 'example', 'evidence', 'mentoring']),
    about: ResistanceSubject,
    /** The concluded evaluation that is shown; for support by evidence. */
    evaluationId: EvaluationId.exactOptional(),
    /** How many people it reached. */
    reach: z.int().positive(),
    date: LocalDate,
    givenBy: Maker,
  }),
)
  .describe({
    number: 86,
    en: 'A unit is supported in a change: by education, outreach, example, evidence or mentoring.',
    id: 'Suatu unit didukung dalam perubahan: melalui edukasi, sosialisasi, contoh, bukti, atau pendampingan.',
    basis: 'Practice of all five regions',
  })
  .correctable(({ supportId }) => supportId);
