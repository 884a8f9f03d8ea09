import type { IssuedOf, Rejection } from '@pembinaan/event-sourcing';
import type { LocalDate } from '../../values/local-date.js';
import type { PublishLearningMaterial } from './commands.js';
import { R15 } from './rules.js';
import type { KnownProgram, MaterialVersion } from './state.js';

/** The versions of a material, from the first on. */
export function versionsOf({ materials }: KnownProgram, materialId: string): readonly MaterialVersion[] {
  return materials.filter((material) => material.materialId === materialId);
}

/** Refuses a version that is one of those before, is of another kind, or may no longer be taught on the day it is published (R15). */
export function newVersion(
  { materialId, kind, sha256, validUntil }: IssuedOf<typeof PublishLearningMaterial>['data'],
  program: KnownProgram,
  on: LocalDate,
): Rejection | undefined {
  for (const known of versionsOf(program, materialId)) {
    if (known.kind !== kind) return R15.refuse('otherKind', { materialId, kind: known.kind });
    if (known.sha256 === sha256) return R15.refuse('sameContent', { materialId, version: known.version });
  }
  return validUntil !== undefined && validUntil < on ? R15.refuse('expired', { validUntil, on }) : undefined;
}

/** Refuses a batch that lasts longer than a module of the programme may be taught (R15). */
export function materialsCurrent(program: KnownProgram, lastDay: LocalDate): Rejection | undefined {
  const latest = new Map(program.materials.map((material) => [material.materialId, material]));
  for (const { materialId, version, kind, validUntil } of latest.values()) {
    if (kind !== 'module' || validUntil === undefined || lastDay <= validUntil) continue;
    return R15.refuse('materialExpired', { materialId, version, validUntil, lastDay });
  }
  return undefined;
}

/** Refuses a version of a material that the programme did not publish (R15). */
export function published(
  program: KnownProgram,
  material: Pick<MaterialVersion, 'materialId' | 'version'> | undefined,
): Rejection | undefined {
  if (material === undefined) return undefined;
  const { materialId, version } = material;
  const known = versionsOf(program, materialId).some((each) => each.version === version);
  return known ? undefined : R15.refuse('notPublished', { materialId, version });
}
