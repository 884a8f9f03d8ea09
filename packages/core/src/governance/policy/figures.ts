import * as z from 'zod';
import { BasisPoints, Jp } from '../../values/amounts.js';
import { CompetencyCode } from '../../values/competency.js';
import { DevelopmentForm } from '../../values/development-form.js';

/**
 * How sure the project is of a figure: `V` read in the regulation, `V2` in a secondary source only, `M` from memory, unverified;
 * `agency` set by the agency itself. What is not `V` is a default that an agency may override.
 */
export const Certainty = z.enum(['V', 'V2', 'M', 'agency']);
export type Certainty = z.output<typeof Certainty>;

/** How the JP of one form are counted. `value` and `capValue` are JP hundredths, or meetings where `capUnit` says so. */
export const JpRule = z.strictObject({
  form: DevelopmentForm,
  mode: z.enum(['perActivity', 'perMeeting', 'perDay', 'program', 'hours']),
  value: Jp.exactOptional(),
  cap: z
    .strictObject({ per: z.enum(['day', 'month']), unit: z.enum(['jp', 'meetings']), value: z.int().positive() })
    .exactOptional(),
});
export type JpRule = z.output<typeof JpRule>;

/** A competency that may be required or assessed. */
export const CatalogueEntry = z.strictObject({
  code: CompetencyCode,
  kind: z.enum(['managerial', 'socioCultural', 'technical']),
  id: z.string().min(1),
  en: z.string().min(1),
});

/** One figure: its value, where it comes from, and how sure that is. */
const figure = <S extends z.ZodType>(schema: S) =>
  z.strictObject({ value: schema, basis: z.string().min(1), certainty: Certainty });

/** The figures of a policy version: dated data, never constants. Units stand in each comment. */
export const PolicyFigures = z.strictObject({
  /** IANA time zone of the agency: decides on which day something happened. */
  'calendar.timeZone': figure(z.string().min(1)),
  /** The competencies that may be required or assessed. */
  'competency.catalogue': figure(z.array(CatalogueEntry).min(1)),
  /** JP hundredths a PNS should reach in a calendar year: a target, never blocks. */
  'jp.minimum.pns.year': figure(Jp),
  /** JP hundredths that may be assigned to a PPPK in a contract year: a ceiling. */
  'jp.maximum.pppk.contractYear': figure(Jp),
  /** What happens above that ceiling. */
  'jp.maximum.pppk.mode': figure(z.enum(['block', 'warn'])),
  /** Minutes of one JP. */
  'jp.minutes': figure(z.int().positive()),
  /** How each form is counted. */
  'jp.table': figure(z.array(JpRule)),
  /** Open mentorships that one mentor may have. */
  'mentoring.load.maximum': figure(z.int().positive()),
  /** Whether the rating superior may be the mentor. */
  'mentoring.superiorAllowed': figure(z.boolean()),
  /** Days after a session within which it must be recorded. */
  'mentoring.recordWithinDays': figure(z.int().positive()),
  /** Share of the sessions that a participant must attend, basis points. */
  'batch.attendance.minimum': figure(BasisPoints),
  /** Months before a completed programme may be repeated by the same person. */
  'batch.repeatAfterMonths': figure(z.int().min(0)),
  /** Attempts at the final test, unless the programme says less. */
  'module.maxAttempts': figure(z.int().positive()),
  /** Days after completion in which behaviour (level 3) is rated. */
  'evaluation.l3.window': figure(z.strictObject({ from: z.int().min(0), to: z.int().positive() })),
  /** Mean rating of behaviour by others, hundredths of 1-5, from which a programme without measured impact may be called effective. */
  'evaluation.l3.effectiveMean': figure(z.int().min(100).max(500)),
  /** Fewest units of observation for a conclusion other than inconclusive, unless the evaluation plan asks for more. */
  'evaluation.minimumN': figure(z.int().positive()),
  /** Days for which a conclusion may carry an expansion. */
  'evaluation.maxAgeDays': figure(z.int().positive()),
  /** Days in which a conclusion may be contested. */
  'evaluation.contestDays': figure(z.int().positive()),
  /** Smallest relative improvement that counts as an effect, basis points. No default: the agency must set it before use. */
  'effect.minimum': figure(BasisPoints).exactOptional(),
  /** Relative worsening of a guard metric that is still tolerated, basis points. */
  'effect.guardTolerance': figure(BasisPoints),
  /** Lower bounds of the grades of the satisfaction index (IKM), hundredths. */
  'ikm.bands': figure(z.strictObject({ C: z.int(), B: z.int(), A: z.int() })),
  /** Lower bounds of the job-person match: optimal and fairly optimal, hundredths of a per cent. */
  'jpm.bands': figure(z.strictObject({ optimal: z.int(), fairlyOptimal: z.int() })),
});
export type PolicyFigures = z.output<typeof PolicyFigures>;
export type FigureKey = keyof PolicyFigures;
