import { type JpmBand, jobPersonMatch, jpmBand, type PolicyFigures, type RequiredAndActual } from '@pembinaan/core';

/** How far people meet what their positions require, in the cells of a line. */
export interface Match {
  /** Hundredths of a per cent; null where nothing is required. */
  readonly jpm: number | null;
  /** By the bands of the policy; null without a policy. */
  readonly band: JpmBand | null;
}

/**
 * The job-person match of some levels; a level that is not known counts as 0 (R06).
 * A level that cannot be, which R06 keeps out of the log, leaves the match unknown.
 */
export function matchOf(
  levels: readonly { readonly required: number | null; readonly actual: number | null }[],
  figures: PolicyFigures | undefined,
): Match {
  const required = levels.flatMap((level): RequiredAndActual[] =>
    level.required === null ? [] : [{ required: level.required, actual: level.actual ?? 0 }],
  );
  const jpm = required.every(possible) ? (jobPersonMatch(required) ?? null) : null;
  const bands = figures?.['jpm.bands'].value;
  return { jpm, band: jpm === null || bands === undefined ? null : jpmBand(jpm, bands) };
}

function possible({ required, actual }: RequiredAndActual): boolean {
  return required >= 1 && required <= 5 && actual >= 0 && actual <= 5;
}
