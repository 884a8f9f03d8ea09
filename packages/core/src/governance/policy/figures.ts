import * as z from 'zod';
import { BasisPoints, Jp, Rupiah } from '../../values/amounts.js';
import { CompetencyCode } from '../../values/competency.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { LocalDate, Year } from '../../values/local-date.js';
import { NeedsCycleStep } from '../../values/needs-cycle-step.js';
import { PerformancePredicate as Predicate } from '../../values/performance.js';

/**
 * How sure the project is of a figure: `V` read in the regulation, `V2` in a secondary source only, `M` from memory, unverified;
 * `agency` set by the agency itself. What is not `V` is a default that an agency may override.
 */
export const Certainty = z.enum(['V', 'V2', 'M', 'agency']);
export type Certainty = z.output<typeof Certainty>;

/** What limits the JP of a form that count: by day, month or module, in JP hundredths or in meetings. */
export const JpCap = z.strictObject({
  per: z.enum(['day', 'month', 'module']),
  unit: z.enum(['jp', 'meetings']),
  value: z.int().positive(),
});
export type JpCap = z.output<typeof JpCap>;

/**
 * How the JP of one form are counted. `value` is in JP hundredths; for the mode `minutes` it is the minutes of one JP.
 *
 * Mentoring, coaching and on-the-job guidance have neither value nor cap of their own: those are the figures
 * `mentoring.jp.perMeeting` and `mentoring.jp.meetingsPerMonth`.
 */
export const JpRule = z.strictObject({
  form: DevelopmentForm,
  /** Microlearning is counted apart from other e-learning. */
  variant: z.literal('microlearning').exactOptional(),
  mode: z.enum(['perActivity', 'perMeeting', 'perDay', 'program', 'hours', 'minutes']),
  value: z.int().positive().exactOptional(),
  cap: JpCap.exactOptional(),
  /** Abroad: other JP for the activity, or a factor in basis points (12000 is +20%). Absent where sources say nothing. */
  international: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('value'), value: z.int().positive() }),
      z.strictObject({ kind: z.literal('factor'), basisPoints: z.int().min(10_000) }),
    ])
    .exactOptional(),
  /** Where this row stands on other ground than the table. */
  basis: z.string().min(1).exactOptional(),
  certainty: Certainty.exactOptional(),
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

/** A holiday or joint leave day (cuti bersama). */
export const Holiday = z.strictObject({ date: LocalDate, name: z.string().min(1).max(200) });
export type Holiday = z.output<typeof Holiday>;

/** Three by three: results of the work against behaviour at work. */
const PredicateRow = z.strictObject({ above: Predicate, meets: Predicate, below: Predicate });

/** Points of a dimension of IP ASN, in hundredths. */
const points = z.int().min(0).max(10_000);

/** The figures of a policy version: dated data, never constants. Units stand in each comment. */
export const PolicyFigures = z.strictObject({
  /** IANA time zone of the agency: decides on which day something happened. */
  'calendar.timeZone': figure(z.string().min(1)),
  /** The days of the week on which the agency works, 1 Monday to 7 Sunday. */
  'calendar.workweek': figure(z.array(z.int().min(1).max(7)).min(1)),
  /** The holidays and joint leave days, with the years for which the list is whole: imported by the agency. */
  holidays: figure(z.strictObject({ years: z.array(Year), days: z.array(Holiday) })),
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
  /** JP hundredths of one meeting of mentoring, coaching or on-the-job guidance. */
  'mentoring.jp.perMeeting': figure(Jp),
  /** Meetings of one such form that count in a month: a cap on the credit, not on the meetings. */
  'mentoring.jp.meetingsPerMonth': figure(z.int().positive()),
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
  /** Working days in which a contested conclusion is answered. */
  'evaluation.contest.answerWorkingDays': figure(z.int().positive()),
  /** Smallest relative improvement that counts as an effect, basis points. No default: the agency must set it before use. */
  'effect.minimum': figure(BasisPoints).exactOptional(),
  /** Most that a percentage point of relative improvement may cost for an expansion, rupiah. No default: without it cost is not judged. */
  'effect.maximumCostPerPoint': figure(Rupiah.positive()).exactOptional(),
  /** Relative worsening of a guard metric that is still tolerated, basis points. */
  'effect.guardTolerance': figure(BasisPoints),
  /** Weights of the elements U1-U9 of the satisfaction index as whole parts: nine ones are 1/9 each. */
  'ikm.weights': figure(z.array(z.int().min(0).max(1_000_000)).length(9)),
  /** Lower bounds of the grades of the satisfaction index (IKM), hundredths. */
  'ikm.bands': figure(z.strictObject({ C: z.int(), B: z.int(), A: z.int() })),
  /** Lower bounds of the job-person match: optimal and fairly optimal, hundredths of a per cent. */
  'jpm.bands': figure(z.strictObject({ optimal: z.int(), fairlyOptimal: z.int() })),
  /** The performance predicate, by results of the work and behaviour at work. */
  'performance.matrix': figure(z.strictObject({ above: PredicateRow, meets: PredicateRow, below: PredicateRow })),
  /** Weights of the four dimensions of IP ASN in points: together 100. */
  'ipasn.weights': figure(
    z.strictObject({ qualification: z.int(), competence: z.int(), performance: z.int(), discipline: z.int() }),
  ),
  /** Points by highest education, hundredths. */
  'ipasn.qualification': figure(
    z.strictObject({ s3: points, s2: points, s1: points, d3: points, d2: points, belowSlta: points }),
  ),
  /** Points for leadership or functional training, for technical training of enough JP, for seminar, workshop or internship. */
  'ipasn.competence': figure(
    z.strictObject({
      /** For JPT, administrators, pengawas and functional positions. */
      position: z.strictObject({ leadershipOrFunctional: points, technical: points, seminar: points }),
      /** For staff (pelaksana), who have no leadership or functional training. */
      pelaksana: z.strictObject({ technical: points, seminar: points }),
      /** JP hundredths from which technical training counts. */
      technicalMinimum: Jp,
    }),
  ),
  /** Points by performance predicate, hundredths. */
  'ipasn.performance': figure(
    z.strictObject({ sangatBaik: points, baik: points, butuhPerbaikan: points, kurang: points, sangatKurang: points }),
  ),
  /** Points by the heaviest disciplinary sanction in force, hundredths. */
  'ipasn.discipline': figure(z.strictObject({ none: points, light: points, medium: points, heavy: points })),
  /** Lower bounds of the categories of IP ASN, hundredths; below `rendah` is very low. */
  'ipasn.categories': figure(z.strictObject({ sangatTinggi: points, tinggi: points, sedang: points, rendah: points })),
  /** Working days for the steps of a public report, and for its completion by classification. */
  'complaint.sla': figure(
    z.strictObject({
      verify: z.int().positive(),
      react: z.int().positive(),
      information: z.int().positive(),
      complaint: z.int().positive(),
      oversight: z.int().positive(),
    }),
  ),
  /** Working days in which an input of the public is followed up. */
  'publicInput.answerWorkingDays': figure(z.int().positive()),
  /** Working days of each step of the needs cycle (AKPK). */
  'needs.cycle.steps': figure(
    z.array(z.strictObject({ step: NeedsCycleStep, workingDays: z.int().positive() })).min(1),
  ),
  /** Fewest people whose answers are shown or who may be spoken of as a group. */
  'disclosure.minimumN': figure(z.int().min(2)),
});
export type PolicyFigures = z.output<typeof PolicyFigures>;
export type FigureKey = keyof PolicyFigures;

/**
 * Figures of the agency's own, for rules of its own: under a key that begins with a name of the agency, such as
 * `tebingtinggi.forum.perYear`, so that no later version of the library takes it for one of its own.
 */
export const LocalFigures = z.record(
  z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/, 'a key such as tebingtinggi.forum.perYear is needed')
    .refine((key) => !Object.hasOwn(PolicyFigures.shape, key), 'the library has a figure of that name'),
  figure(z.json()),
);
export type LocalFigures = z.output<typeof LocalFigures>;
