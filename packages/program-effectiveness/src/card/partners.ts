import type { LocalDate, Period } from '@pembinaan/core';
import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { AgreementHistory } from '../surroundings/partner-history.js';
import type { ProgramSurroundings } from '../surroundings/surroundings.js';
import { heldIn, levelOfProgram } from './levels.js';
import { completedIn } from './participation.js';

/** What a partner promised, and what came of it in this programme. */
export interface PartnerAccount {
  readonly partnerId: string;
  readonly kind: string | null;
  /** The strongest agreement in force on the day: an operative one (`pks`), a declaration alone (`mou`), or null for none. */
  readonly level: 'mou' | 'pks' | null;
  readonly agreements: readonly PartnerAgreement[];
  /** What came: batches held with it and who completed them, assignments of its speakers, versions of material, civil servants hosted. */
  readonly batches: number;
  readonly completed: number;
  readonly speakers: number;
  readonly materials: number;
  readonly hosted: number;
  /** What was promised and has not come; venue, funds and certificates leave no trace in the events of a programme and are not judged. */
  readonly outstanding: readonly string[];
  /** What the partner did on days that no operative agreement covers, although only such an agreement lets it act (R16). */
  readonly withoutPks: number;
}

export interface PartnerAgreement {
  readonly agreementId: string;
  readonly level: 'mou' | 'pks';
  /** What it promises. */
  readonly promised: readonly string[];
  readonly period: Period;
  /** The first day on which it holds no longer; null where it was not ended before its time. */
  readonly endedOn: LocalDate | null;
  readonly reason: string | null;
  /** How the agency rates the partner, 1 to 5. */
  readonly rating: number | null;
  readonly inForce: boolean;
  readonly told: readonly Told[];
}

/** By id. */
export function partnersOf(
  program: ProgramHistory,
  { agreements }: ProgramSurroundings,
  on: LocalDate,
): readonly PartnerAccount[] {
  const held = heldIn(levelOfProgram(program));
  const speakers = held.flatMap((batch) => batch.speakers.map((speaker) => ({ ...speaker, period: batch.period })));
  const hosted = program.workplace.flatMap(({ host, period }) =>
    host.kind === 'partner' ? [{ partnerId: host.partnerId, period }] : [],
  );
  const ids = [
    ...agreements.map(({ partnerId }) => partnerId),
    ...[...held, ...speakers, ...hosted].flatMap(({ partnerId }) => partnerId ?? []),
    ...program.materials.flatMap(({ coAuthorPartnerId }) => coAuthorPartnerId ?? []),
  ];
  return [...new Set<string>(ids)].sort().map((partnerId): PartnerAccount => {
    const signed = agreements.filter((agreement) => agreement.partnerId === partnerId);
    const own = <T extends { readonly partnerId?: string }>(acts: readonly T[]): readonly T[] =>
      acts.filter((act) => act.partnerId === partnerId);
    const came = {
      speakers: own(speakers).length,
      material: program.materials.filter(({ coAuthorPartnerId }) => coAuthorPartnerId === partnerId).length,
      hosting: own(hosted).length,
    };
    const acts: readonly { readonly period: Period }[] = [...own(held), ...own(speakers), ...own(hosted)];
    return {
      partnerId,
      kind: signed.at(-1)?.signed.kind ?? null,
      level: strongestOn(signed, on),
      agreements: signed.map((agreement) => agreementOn(agreement, on)),
      batches: own(held).length,
      completed: own(held).reduce((sum, batch) => sum + completedIn(batch), 0),
      speakers: came.speakers,
      materials: came.material,
      hosted: came.hosting,
      outstanding: outstanding(signed, came),
      withoutPks: acts.filter(({ period }) => !signed.some((agreement) => isOperativeFor(agreement, period))).length,
    };
  });
}

function agreementOn(agreement: AgreementHistory, on: LocalDate): PartnerAgreement {
  const { signed, ended } = agreement;
  return {
    agreementId: signed.agreementId,
    level: signed.level,
    promised: signed.contribution,
    period: signed.period,
    endedOn: ended?.on ?? null,
    reason: ended?.reason.code ?? null,
    rating: ended?.rating ?? null,
    inForce: isInForce(agreement, on),
    told: [signed.told, ...(ended === null ? [] : [ended.told])],
  };
}

function isInForce({ signed, ended }: AgreementHistory, on: LocalDate): boolean {
  return signed.period.from <= on && on <= signed.period.to && (ended === null || on < ended.on);
}

function strongestOn(agreements: readonly AgreementHistory[], on: LocalDate): PartnerAccount['level'] {
  const levels = agreements.filter((agreement) => isInForce(agreement, on)).map(({ signed }) => signed.level);
  return levels.includes('pks') ? 'pks' : (levels[0] ?? null);
}

function isOperativeFor(agreement: AgreementHistory, { from, to }: Period): boolean {
  return agreement.signed.level === 'pks' && isInForce(agreement, from) && isInForce(agreement, to);
}

function outstanding(
  agreements: readonly AgreementHistory[],
  came: Readonly<Record<'speakers' | 'material' | 'hosting', number>>,
): readonly string[] {
  const promised = new Set<string>(agreements.flatMap(({ signed }) => signed.contribution));
  return Object.entries(came).flatMap(([what, times]) => (promised.has(what) && times === 0 ? [what] : []));
}
