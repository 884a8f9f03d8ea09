import {
  type Clock,
  consistent,
  type FigureKey,
  type LocalDate,
  latestBy,
  PolicyFigures,
  type PolicyVersionAdopted,
  standingOf,
  tellsDays,
} from '@pembinaan/core';
import { type Filed, knownOf, withFields } from '@pembinaan/event-sourcing';
import { dayOf } from '../day.js';
import { agencyFiles } from '../files/agency-files.js';
import { KEPT_OF_AGENCY } from '../files/kept.js';

type FiguresGiven = Parameters<typeof PolicyVersionAdopted.of>[0]['figures'];
type Given<K extends FigureKey> = NonNullable<FiguresGiven[K]>;

/** Other figures: each with its basis and certainty, or its value alone, as nothing adopted it. */
export type ChangedFigures = { readonly [K in FigureKey]?: Given<K> | Given<K>['value'] };

/** Another policy than the one that was adopted: which figures are others, and from which day on. */
export interface PolicyChange {
  /**
   * The figures that are others, in every version that they concern; or what they come to from the figures of each version.
   *
   * ```ts
   * const more: PolicyChange = { figures: { 'jp.minimum.pns.year': 2400 }, from: '2026-01-01' };
   * const half: PolicyChange = { figures: (now) => ({ 'jp.minutes': now['jp.minutes'].value / 2 }) };
   * ```
   */
  readonly figures: ChangedFigures | ((figures: PolicyFigures, version: string) => ChangedFigures);
  /** The first day on which they are, such as `2026-01-01`; they always were when absent. */
  readonly from?: string;
}

/** A change whose day is one, and whose figures are, as far as can be told before they stand beside the others. */
export interface CheckedChange {
  readonly figures: PolicyChange['figures'];
  readonly from: LocalDate | undefined;
}

/** @throws RangeError for a day that is none, and for figures that cannot be; the message names the figure. */
export function checkedChange({ figures, from }: PolicyChange): CheckedChange {
  if (typeof figures !== 'function') {
    const found = PolicyFigures.partial().safeParse(wholeFigures(figures));
    if (!found.success) throw refused(found.error.issues[0]);
  }
  return { figures, from: from === undefined ? undefined : dayOf(from) };
}

/**
 * The file of the policy under a change, as of a clock. A version that is in force when the change begins is told twice: as it was, and
 * again from that day on. A version that took effect later is another one as well, whenever it was adopted.
 *
 * @throws RangeError where the figures cannot be, contradict each other, or unveil small groups
 */
export function changedPolicy(
  filed: readonly Filed[],
  clock: Clock,
  { figures, from }: CheckedChange,
): readonly Filed[] {
  const entries = filed.map(agencyFiles.entry);
  const standing = new Set(standingOf(knownOf(entries, clock), clock));
  const versions = entries.map((entry) =>
    entry.type === 'PolicyVersionAdopted' && standing.has(entry) ? entry.data : undefined,
  );
  const known = versions.filter((version) => version !== undefined);
  const begins = from && latestBy(known, from, ({ effectiveFrom }) => effectiveFrom);
  return filed.flatMap((entry, at) => {
    const version = versions[at];
    if (version === undefined) return [entry];
    const changed = (effectiveFrom: LocalDate): Filed =>
      withFields(entry, KEPT_OF_AGENCY.PolicyVersionAdopted, {
        version: whatIf(version.version),
        effectiveFrom,
        figures: changedFigures(version.figures, version.version, figures),
      });
    if (from === undefined || from <= version.effectiveFrom) return [changed(version.effectiveFrom)];
    return version === begins ? [entry, changed(from)] : [entry];
  });
}

/** The name of a version under a change: everybody sees that no such policy was adopted. */
function whatIf(version: string): string {
  return version.endsWith(MARK) ? version : `${version}${MARK}`;
}

const MARK = ' (what if)';

function changedFigures(before: PolicyFigures, version: string, figures: PolicyChange['figures']): PolicyFigures {
  const changes = typeof figures === 'function' ? figures(before, version) : figures;
  const found = PolicyFigures.safeParse({ ...before, ...wholeFigures(changes) });
  if (!found.success) throw refused(found.error.issues[0]);
  const rejection = tellsDays(found.data) ?? consistent(found.data);
  if (rejection !== undefined) throw new RangeError(`The policy ${version} cannot be so: ${rejection.message.en}`);
  veiled(before, found.data);
  return found.data;
}

/** Groups that the policy keeps out of sight are not seen by asking what if it did not. */
function veiled(before: PolicyFigures, after: PolicyFigures): void {
  const [least, asked] = [before[LEAST].value, after[LEAST].value];
  if (asked >= least) return;
  throw new RangeError(
    `The figure '${LEAST}' cannot be lowered from ${least} to ${asked} in a what-if: it would show groups that are not shown. Leave it as it is.`,
  );
}

const LEAST = 'disclosure.minimumN';

function wholeFigures(changes: ChangedFigures): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([key, given]) => (given === undefined ? [] : [[key, wholeFigure(given)]])),
  );
}

function wholeFigure(given: unknown): unknown {
  if (typeof given === 'object' && given !== null && 'value' in given && 'basis' in given) return given;
  return { value: given, basis: 'What if', certainty: 'agency' };
}

interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

function refused(issue: Issue | undefined): RangeError {
  const [key, ...place] = issue?.path.map(String) ?? [];
  if (key === undefined) return new RangeError(`The policy has no such figure: ${issue?.message ?? 'unknown'}.`);
  return new RangeError(`The figure '${key}' cannot be so: ${issue?.message} (at ${place.join('.')}).`);
}
