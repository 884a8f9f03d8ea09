import {
  type DevelopmentForm,
  type IpAsn,
  type IpAsnInput,
  ipAsn,
  Jp,
  type LocalDate,
  type PositionKind,
  yearOf,
} from '@pembinaan/core';
import { type CertificatesRecord, certificateStateOn } from './records/certificate-records.js';
import { creditsOf, type JpRecord, sumOf } from './records/jp-records.js';
import type { PolicyInView } from './records/policies.js';
import { lastPredicate, type PredicateRow } from './records/predicate-records.js';
import type { ServicePlacement } from './records/service-records.js';

/** For which part of the dimension competence a development speaks. */
export type IpAsnPart = 'leadershipTraining' | 'functionalTraining' | 'technicalJp' | 'seminar';

/**
 * The part of the dimension competence for which a form speaks in a position; null for forms of which no source says that they count.
 * Structural training (KL01) counts for leaders, functional training (KL04) for functional positions, and neither for staff (pelaksana).
 */
export function ipAsnPartOf(form: DevelopmentForm, position: PositionKind | undefined): IpAsnPart | null {
  switch (form) {
    case 'KL01':
      return position === undefined || position === 'pelaksana' || isFunctional(position) ? null : 'leadershipTraining';
    case 'KL04':
      return position !== undefined && isFunctional(position) ? 'functionalTraining' : null;
    case 'KL03':
      return 'technicalJp';
    case 'KL06':
    case 'KL07':
    case 'NKL12':
      return 'seminar';
    default:
      return null;
  }
}

function isFunctional(position: PositionKind): boolean {
  return position.startsWith('jf');
}

/** What the records tell of one person. */
export interface KnownOfPerson {
  readonly placement: ServicePlacement | null;
  readonly certificates: CertificatesRecord | undefined;
  readonly jp: JpRecord | undefined;
  readonly predicates: PredicateRow | undefined;
}

/**
 * The professionalism index of a person on a day, as far as the events go: they tell neither the education nor the disciplinary sanctions.
 * Training of the position counts by a valid certificate, technical training and seminars by what was credited in the calendar year, the
 * performance by the last predicate of a whole year.
 */
export function ipAsnOn(known: KnownOfPerson, policy: PolicyInView, on: LocalDate): IpAsn {
  return ipAsn(ipAsnInputOn(known, on), policy.figures);
}

/** What the records tell for the index on a day; what they do not tell is absent. */
export function ipAsnInputOn(known: KnownOfPerson, on: LocalDate): IpAsnInput {
  const positionKind = known.placement?.positionKind;
  const held = Object.values(known.certificates?.certificates ?? {})
    .filter((certificate) => certificateStateOn(certificate, on) === 'valid')
    .map(({ form }) => ipAsnPartOf(form, positionKind));
  const credits = creditsOf(known.jp, yearOf(on), on).filter(({ jpCredited }) => jpCredited > 0);
  const creditedFor = (part: IpAsnPart) => credits.filter(({ form }) => ipAsnPartOf(form, positionKind) === part);
  const predicate = lastPredicate(known.predicates, on, ({ period }) => period.quarter === undefined)?.predicate;
  return {
    ...(positionKind !== undefined && { positionKind }),
    leadershipTraining: held.includes('leadershipTraining'),
    functionalTraining: held.includes('functionalTraining'),
    technicalJp: Jp.parse(sumOf(creditedFor('technicalJp'), ({ jpCredited }) => jpCredited)),
    seminar: creditedFor('seminar').length > 0,
    ...(predicate !== undefined && { predicate }),
  };
}
