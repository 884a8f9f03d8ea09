import { withoutUndefined } from '../validation.js';

/** A sentence in the two languages of the field. */
export interface Bilingual {
  readonly en: string;
  readonly id: string;
}

/** An expected refusal: which rule, which case of it, the figures, and what to do next in both languages. */
export interface Rejection {
  readonly kind: 'rejection';
  /** The id of the rule, such as `R25`. */
  readonly rule: string;
  /** The case of the rule, such as `notEffective`. */
  readonly reason: string;
  readonly data: unknown;
  readonly message: Bilingual;
}

type Refusals = { readonly [reason: string]: (data: never) => Bilingual };
type DataOf<F> = F extends (data: infer D) => Bilingual ? D : never;

/** A rule of the domain: one thing that one can point at, with its text and the ways in which it refuses. */
export interface Rule<Id extends string, R extends Refusals> {
  readonly id: Id;
  readonly text: Bilingual;
  readonly reasons: readonly (keyof R & string)[];
  /** The refusal for that reason: a value, to be returned from `decide`. */
  refuse<K extends keyof R & string>(reason: K, data: DataOf<R[K]>): Rejection;
}

/** Any rule, where only its id, text and reasons matter. */
export interface AnyRule {
  readonly id: string;
  readonly text: Bilingual;
  readonly reasons: readonly string[];
}

/**
 * Defines a rule: its text, and for each way in which it refuses a sentence that says why and what to do next.
 *
 * ```ts
 * const R07 = rule('R07', {
 *   text: { en: 'Nobody assesses himself.', id: 'Tidak ada yang menilai dirinya sendiri.' },
 *   refusals: {
 *     ownAssessor: (d: { subjectId: string }) => ({ en: `${d.subjectId} …`, id: `${d.subjectId} …` }),
 *   },
 * });
 * return R07.refuse('ownAssessor', { subjectId });
 * ```
 */
export function rule<const Id extends string, const R extends Refusals>(
  id: Id,
  definition: { readonly text: Bilingual; readonly refusals: R },
): Rule<Id, R> {
  return {
    id,
    text: definition.text,
    reasons: Object.keys(definition.refusals),
    refuse(reason, data) {
      const sentence = definition.refusals[reason] as ((data: unknown) => Bilingual) | undefined;
      if (sentence === undefined) throw new TypeError(`The rule ${id} has no refusal '${reason}'.`);
      return { kind: 'rejection', rule: id, reason, data: withoutUndefined(data), message: sentence(data) };
    },
  };
}

/** Tells a refusal from events. */
export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'rejection';
}
