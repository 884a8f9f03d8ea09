import {
  CertificateIssued,
  CertificateRevoked,
  CreditJp,
  IssueCertificate,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  type JpSource,
  RejectJpClaim,
  RevokeCertificate,
  SubmitJpClaim,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { hash, office } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { batches } from './batches.js';
import { meetings } from './communities.js';
import { sessions } from './mentorships.js';
import { employees, staff } from './people.js';
import { stays } from './workplaces.js';

interface Claim {
  readonly id: string;
  employeeId: string;
  ledgerId: string;
  status: 'none' | 'claimed' | 'credited' | 'rejected';
}

const claimsView = projection({
  name: 'model-claims',
  version: 1,
  events: [JpClaimSubmitted, JpClaimRejected, JpCredited],
  initial: (id: string): Claim => ({ id, employeeId: '', ledgerId: '', status: 'none' }),
  key: ({ data }) =>
    'claimId' in data ? data.claimId : data.source.kind === 'claim' ? data.source.claimId : undefined,
  on: {
    JpClaimSubmitted: (claim, { stream, data }): Claim => ({
      ...claim,
      employeeId: data.employeeId,
      ledgerId: idOf(stream),
      status: 'claimed',
    }),
    JpClaimRejected: (claim): Claim => ({ ...claim, status: 'rejected' }),
    JpCredited: (claim): Claim => ({ ...claim, status: 'credited' }),
  },
});

/** The claims of JP that the model knows. */
const claims = belief(claimsView);

interface Certificate {
  readonly id: string;
  revoked: boolean;
  number: string;
}

const certificatesView = projection({
  name: 'model-certificates',
  version: 1,
  events: [CertificateIssued, CertificateRevoked],
  initial: (id: string): Certificate => ({ id, revoked: false, number: '' }),
  key: ({ stream }) => idOf(stream),
  on: {
    CertificateIssued: (certificate, { data }): Certificate => ({ ...certificate, number: data.number }),
    CertificateRevoked: (certificate): Certificate => ({ ...certificate, revoked: true }),
  },
});

const certificates = belief(certificatesView);

type Source = Parameters<typeof CreditJp>[0]['source'];

export const credit = (employeeId: string, year: string, source: Source): Attempt => ({
  by: office.verifier,
  to: `${employeeId}-${year}`,
  command: CreditJp({ employeeId, source }),
});

export function certify(agency: Agency, dice: Dice, batchId: string, employeeId: string): Attempt {
  const id = agency.newId('sertifikat');
  const used = dice.of(certificates(agency))?.number ?? id;
  return {
    by: office.organiser,
    to: id,
    command: IssueCertificate({
      employeeId,
      batchId,
      number: dice.chance(92) ? `NO/${id}` : used,
      issuer: 'Badan Kepegawaian (rekaan)',
      documentHash: hash(id),
    }),
  };
}

/** Hours of one's own on some days just past, most often more than counts. */
function claim(agency: Agency, dice: Dice, id = agency.newId('klaim')): Attempt | undefined {
  const person = dice.of(staff(agency));
  if (person === undefined) return undefined;
  const form = dice.oneOf('NKL09', 'NKL09', 'NKL03', 'NKL10', 'NKL06');
  const last = plusDays(agency.today, -dice.between(0, 6));
  const inWorkingHours = dice.chance(40);
  const days = dice
    .some([0, 1, 2], dice.between(1, 3))
    .map((before) => ({ date: plusDays(last, -before), minutes: dice.oneOf(45, 90, 135, 200) }));
  const year =
    days
      .map(({ date }) => date.slice(0, 4))
      .sort()
      .at(-1) ?? '2026';
  return {
    by: person.id,
    to: `${person.id}-${year}`,
    command: SubmitJpClaim({
      claimId: id,
      employeeId: person.id,
      form,
      ...(form === 'NKL03' && dice.chance(50) && { variant: 'microlearning' }),
      days,
      international: false,
      ...(form === 'NKL06' && { jpOnCertificate: 600 }),
      evidenceHash: hash(dice.chance(85) ? id : `bukti ${person.id} ${dice.between(1, 2)}`),
      inWorkingHours,
      ...(person.kind !== 'pns' &&
        dice.chance(90) &&
        (inWorkingHours ? { permissionRef: 'IZIN/1' } : { noticeRef: 'LAPOR/1' })),
    }),
  };
}

const creditClaim = ({ id, employeeId, ledgerId }: Claim, dice: Dice): Attempt => ({
  ...credit(employeeId, ledgerId.slice(-4), { kind: 'claim', claimId: id }),
  by: dice.oneOf(office.verifier, 'head-loket', 'head-izin'),
});

/** Whatever may have earned somebody JP, done or not. */
function sourceFor(agency: Agency, dice: Dice): { employeeId: string; date: string; source: Source } | undefined {
  const batch = dice.of(batches(agency));
  const participant = dice.of(batch?.participants ?? []);
  const session = dice.of(sessions(agency));
  const meeting = dice.of(meetings(agency));
  const stay = dice.of(stays(agency));
  return dice.of([
    ...(batch && participant
      ? [
          {
            employeeId: participant.employeeId,
            date: batch.period.to,
            source: { kind: 'batch', batchId: batch.id } as const,
          },
        ]
      : []),
    ...(session ? [{ employeeId: session.menteeId, date: session.date, source: sessionSource(session) }] : []),
    ...(meeting
      ? [
          {
            employeeId: dice.of(meeting.attendees) ?? '',
            date: meeting.date,
            source: { kind: 'community', communityId: meeting.communityId, meetingId: meeting.id } as const,
          },
        ]
      : []),
    ...(stay
      ? [
          {
            employeeId: stay.employeeId,
            date: stay.to,
            source: { kind: 'workplace', workplaceLearningId: stay.id } as const,
          },
        ]
      : []),
  ]);
}

export const sessionSource = ({ id, mentorshipId }: { id: string; mentorshipId: string }): Source => ({
  kind: 'mentorship',
  mentorshipId,
  sessionId: id,
});

export const creditMoves: Moves = {
  'JP are credited': (agency, dice) => {
    const found = sourceFor(agency, dice);
    return found && credit(found.employeeId, found.date.slice(0, 4), found.source);
  },
  'a credit is corrected': (agency, dice) => {
    const event = dice.of(agency.history.standing(JpCredited).slice(-12));
    if (event === undefined) return undefined;
    const { employeeId, year, source } = event.data;
    return { ...credit(employeeId, String(year), plainSource(source)), corrects: event.id };
  },
  'JP are claimed': claim,
  'a claim is credited': (agency, dice) => {
    const found = dice.of(claims(agency).slice(-8));
    return found && creditClaim(found, dice);
  },
  'a claim is rejected': (agency, dice) => {
    const found = dice.of(claims(agency).slice(-8));
    return (
      found && {
        by: office.verifier,
        to: found.ledgerId,
        command: RejectJpClaim({
          claimId: found.id,
          reason: dice.oneOf({ code: 'evidenceUnclear' }, { code: 'other' }),
        }),
      }
    );
  },
  'a certificate is issued': (agency, dice) => {
    const batch = dice.of(batches(agency));
    const participant = dice.of(batch?.participants ?? []);
    return batch && participant && certify(agency, dice, batch.id, participant.employeeId);
  },
  'a certificate is revoked': (agency, dice) => {
    const found = dice.of(certificates(agency).slice(-6));
    return (
      found && {
        by: dice.oneOf(office.validator, office.validator, office.organiser),
        to: found.id,
        command: RevokeCertificate({ reason: { code: 'issuedInError' } }),
      }
    );
  },
};

/** The source as a command takes it. */
function plainSource(source: JpSource): Source {
  return source;
}

/** Somebody learns by himself for some weeks, and claims again and again; some claims are rejected. */
export const somebodyStudies: Story = async function* (agency, dice) {
  for (let times = dice.between(1, 4); times > 0; times--) {
    const claimed = claim(agency, dice);
    const accepted = claimed !== undefined && (await play(agency, dice, claimed));
    yield plusDays(agency.today, dice.between(0, 6));
    const found = claims(agency).at(-1);
    if (!accepted || found === undefined) continue;
    if (dice.chance(20)) await play(agency, dice, creditMoves['a claim is rejected']?.(agency, dice));
    await play(agency, dice, creditClaim(found, dice));
  }
  // Whose claims were all about one day would pass the cap; the ledger keeps the excess and credits nothing for it.
  for (const { id } of employees(agency).slice(0, 1)) await play(agency, dice, claim(agency, dice, `klaim-${id}`));
};
