import { developmentForms, formatJp, formatScore, type IpAsnInput, ipAsn, Jp } from '@pembinaan/core';
import { idOf } from '@pembinaan/event-sourcing';
import { ipAsnPartOf } from '../ip-asn-input.js';
import { certificateStateOn } from '../records/certificate-records.js';
import type { Step } from './explanation.js';
import { entriesOf, type Facts, type KnownOf, stands } from './facts.js';
import { indexInputOn, indexOn } from './index-on.js';
import { type Credited, creditObstacle, creditsInYear, creditTells } from './of-jp.js';
import { placementSteps } from './of-standard.js';
import {
  arithmeticStep,
  eventStep,
  figureSteps,
  noFigureStep,
  notStanding,
  type Obstacle,
  replacedBy,
  ruleStep,
} from './steps.js';

/** How the points for competence came about: training of the position by certificate, technical training and seminars by credits. */
export function competenceSteps(facts: Facts): readonly Step[] {
  return [
    ...placementSteps(facts),
    ruleStep('R20'),
    ...certificateSteps(facts),
    ruleStep('R22'),
    ...creditsInYear(facts).map((entry) =>
      eventStep(entry, creditTells(entry), creditObstacle(entry, facts) ?? otherForm(entry, facts)),
    ),
    ...pointSteps(facts),
  ];
}

type Issued = KnownOf<'CertificateIssued'>;

function certificateSteps(facts: Facts): readonly Step[] {
  return entriesOf(facts, 'CertificateIssued', 'CertificateRevoked').map((entry) =>
    entry.type === 'CertificateIssued' ? issuedStep(entry, facts) : revokedStep(entry, facts),
  );
}

function issuedStep(entry: Issued, facts: Facts): Step {
  const { form, number, period, validUntil } = entry.data;
  const valid =
    validUntil === undefined
      ? { en: '', id: '' }
      : { en: `, valid until ${validUntil}`, id: `, berlaku sampai ${validUntil}` };
  const tells = {
    en: `Certificate ${number} for ${developmentForms[form].en} (${form}), ended on ${period.to}${valid.en}`,
    id: `Sertifikat ${number} untuk ${developmentForms[form].id} (${form}), selesai ${period.to}${valid.id}`,
  };
  return eventStep(entry, tells, issuedObstacle(entry, facts));
}

function issuedObstacle(entry: Issued, facts: Facts): Obstacle | undefined {
  const standing = notStanding(entry, facts);
  if (standing !== undefined) return standing;
  const last = lastOf(facts, 'CertificateIssued', entry.stream);
  if (last !== entry) return replacedBy(last);
  if (!isOfPosition(entry.data.form, facts)) {
    return {
      reason: 'otherForm',
      why: {
        en: 'it is not the leadership or functional training of the position',
        id: 'bukan pelatihan kepemimpinan atau fungsional untuk jabatannya',
      },
    };
  }
  const certificate = facts.certificates?.certificates[idOf(entry.stream)];
  if (certificate === undefined) return undefined;
  const state = certificateStateOn(certificate, facts.on);
  if (state === 'revoked') {
    return {
      reason: 'revoked',
      by: lastOf(facts, 'CertificateRevoked', entry.stream)?.eventId,
      why: { en: `it was revoked (${certificate.revoked})`, id: `telah dicabut (${certificate.revoked})` },
    };
  }
  if (state !== 'lapsed') return undefined;
  return {
    reason: 'lapsed',
    why: {
      en: `its validity ended on ${certificate.validUntil}`,
      id: `masa berlakunya berakhir pada ${certificate.validUntil}`,
    },
  };
}

function revokedStep(entry: KnownOf<'CertificateRevoked'>, facts: Facts): Step {
  const { code } = entry.data.reason;
  const tells = {
    en: `The certificate ${idOf(entry.stream)} was revoked (${code})`,
    id: `Sertifikat ${idOf(entry.stream)} dicabut (${code})`,
  };
  const issued = lastOf(facts, 'CertificateIssued', entry.stream);
  const takesEffect = facts.certificates?.certificates[idOf(entry.stream)]?.revoked != null;
  const last = lastOf(facts, 'CertificateRevoked', entry.stream);
  const obstacle =
    notStanding(entry, facts) ??
    (entry === last && takesEffect ? undefined : replacedBy(entry === last ? issued : last));
  return eventStep(entry, tells, obstacle);
}

/** The last event of a type in a stream, of those that stand. */
function lastOf(facts: Facts, type: 'CertificateIssued' | 'CertificateRevoked', stream: string) {
  return entriesOf(facts, type).findLast((one) => one.stream === stream && stands(one, facts));
}

function isOfPosition(form: Issued['data']['form'], { placement }: Facts): boolean {
  const part = ipAsnPartOf(form, placement?.positionKind);
  return part === 'leadershipTraining' || part === 'functionalTraining';
}

function otherForm({ data }: Credited, { placement }: Facts): Obstacle | undefined {
  const part = ipAsnPartOf(data.form, placement?.positionKind);
  if (part === 'technicalJp' || part === 'seminar') return undefined;
  return {
    reason: 'otherForm',
    why: {
      en: 'its JP speak for no part of the index',
      id: 'JP-nya tidak diperhitungkan untuk bagian mana pun dari indeks',
    },
  };
}

function pointSteps(facts: Facts): readonly Step[] {
  const { policy } = facts;
  const index = indexOn(facts);
  if (policy === undefined || index === undefined) return [noFigureStep(facts, 'ipasn.competence')];
  const { position, pelaksana, technicalMinimum } = policy.figures['ipasn.competence'].value;
  const p = formatScore;
  const figure = figureSteps(facts, 'ipasn.competence', {
    en: `training of the position ${p(position.leadershipOrFunctional)}, technical training of at least ${formatJp(technicalMinimum)} JP ${p(position.technical)}, seminar ${p(position.seminar)}; for pelaksana technical ${p(pelaksana.technical)}, seminar ${p(pelaksana.seminar)}`,
    id: `pelatihan jabatan ${p(position.leadershipOrFunctional)}, pelatihan teknis paling sedikit ${formatJp(technicalMinimum)} JP ${p(position.technical)}, seminar ${p(position.seminar)}; untuk pelaksana pelatihan teknis ${p(pelaksana.technical)}, seminar ${p(pelaksana.seminar)}`,
  });
  const whole = index.competence;
  if (whole === null) return figure;

  const input = indexInputOn(facts);
  // What a part is worth is what is lost without it: the points are worked out in one place only.
  const worth = (without: Partial<IpAsnInput>) =>
    whole - (ipAsn({ ...input, ...without }, policy.figures).competence ?? 0);
  const trained = input.leadershipTraining === true || input.functionalTraining === true;
  const ofPosition = worth({ leadershipTraining: false, functionalTraining: false });
  const technical = worth({ technicalJp: Jp.parse(0) });
  const seminar = worth({ seminar: false });
  const jp = formatJp(input.technicalJp ?? 0);
  return [
    ...figure,
    arithmeticStep(
      {
        en: `Training of the position ${trained ? 'was completed' : 'is not known of, or not asked'}: ${p(ofPosition)} points.`,
        id: `Pelatihan jabatan ${trained ? 'telah diikuti' : 'belum tercatat atau tidak disyaratkan'}: nilai ${p(ofPosition)}.`,
      },
      [{ name: 'trained', value: trained }],
      ofPosition,
    ),
    arithmeticStep(
      {
        en: `${jp} JP of technical training against at least ${formatJp(technicalMinimum)} JP: ${p(technical)} points.`,
        id: `${jp} JP pelatihan teknis terhadap paling sedikit ${formatJp(technicalMinimum)} JP: nilai ${p(technical)}.`,
      },
      [
        { name: 'technicalJp', value: input.technicalJp ?? null },
        { name: 'technicalMinimum', value: technicalMinimum },
      ],
      technical,
    ),
    arithmeticStep(
      {
        en: `${input.seminar === true ? 'There was' : 'There was no'} seminar, workshop or internship: ${p(seminar)} points.`,
        id: `${input.seminar === true ? 'Ada' : 'Tidak ada'} seminar, lokakarya, atau magang: nilai ${p(seminar)}.`,
      },
      [{ name: 'seminar', value: input.seminar ?? null }],
      seminar,
    ),
    arithmeticStep(
      { en: `The points for competence are ${p(whole)}.`, id: `Nilai kompetensi adalah ${p(whole)}.` },
      [
        { name: 'trainingOfPosition', value: ofPosition },
        { name: 'technical', value: technical },
        { name: 'seminar', value: seminar },
      ],
      whole,
    ),
  ];
}
