import {
  AuditFindingClosed,
  AuditFindingRaised,
  CloseAuditFinding,
  DataSubjectRequestDecided,
  DecideDataSubjectRequest,
  DestroySubjectKey,
  RaiseAuditFinding,
  RecordExternalSync,
  RecordPersonalDataAccess,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { belief } from '../agency.js';
import { office, people } from '../cast.js';
import { plusDays } from '../days.js';
import { type Moves, play, type Story } from '../play.js';
import { asInspector } from './officials.js';

interface Finding {
  readonly id: string;
  closed: boolean;
}

const findingsView = projection({
  name: 'model-findings',
  version: 1,
  events: [AuditFindingRaised, AuditFindingClosed],
  initial: (id: string): Finding => ({ id, closed: false }),
  key: ({ stream }) => idOf(stream),
  on: {
    AuditFindingRaised: (finding): Finding => finding,
    AuditFindingClosed: (finding): Finding => ({ ...finding, closed: true }),
  },
});

const findings = belief(findingsView);

export const oversightMoves: Moves = {
  'a finding is raised': (agency, dice) => {
    const target = dice.of(agency.log.slice(-60));
    return (
      target && {
        ...asInspector,
        to: agency.newId('temuan'),
        command: RaiseAuditFinding({
          target: { stream: target.stream, revision: target.revision },
          criterion: 'R25',
          severity: 'medium',
          concerns: [dice.of(people)?.id ?? 'staff-1'],
          due: plusDays(agency.today, 30),
        }),
      }
    );
  },
  'a finding is closed': (agency, dice) => {
    const finding = dice.of(findings(agency));
    const code = dice.oneOf('followedUp', 'accepted', 'followedUp');
    return (
      finding && {
        ...asInspector,
        to: finding.id,
        command: CloseAuditFinding({
          followUpRefs: dice.chance(80) ? ['SURAT/TINDAK-LANJUT'] : [],
          reason: { code },
        }),
      }
    );
  },
  'a request about personal data is decided': (agency, dice) => {
    const person = dice.of(people)?.id ?? 'staff-1';
    return {
      by: dice.oneOf(office.pyb, office.registrar, person),
      to: person,
      command: DecideDataSubjectRequest({
        requestId: agency.newId('permintaan'),
        right: dice.oneOf('erasure', 'erasure', 'access'),
        receivedOn: plusDays(agency.today, -dice.oneOf(0, 4, -1)),
        decision: dice.oneOf('granted', 'granted', 'refused'),
        ground: 'UU 27/2022 Pasal 8',
      }),
    };
  },
  'a key is destroyed': (agency, dice) => {
    const request = dice.of(agency.history.of(DataSubjectRequestDecided).slice(-8));
    const person = request?.of ?? dice.of(people)?.id ?? 'staff-1';
    return {
      by: dice.oneOf(office.registrar, office.validator, request?.by ?? office.registrar),
      to: person,
      command: DestroySubjectKey({
        keyId: dice.oneOf(`kunci-${person}-1`, `kunci-${person}-2`),
        basis:
          request !== undefined && dice.chance(60)
            ? { kind: 'request', requestId: request.data.requestId }
            : {
                kind: 'retention',
                jraRef: 'JRA-7',
                endedOn: plusDays(agency.today, dice.oneOf(-1, -30, 0, 10)),
                approvedBy: { subjectId: dice.oneOf(office.pyb, office.registrar, person) },
              },
      }),
    };
  },
  'personal data are read': (_agency, dice) => {
    const person = dice.of(people)?.id ?? 'staff-1';
    return {
      by: dice.oneOf(office.verifier, office.inspector, person),
      to: person,
      command: RecordPersonalDataAccess({ fields: ['name'], purpose: 'service' }),
    };
  },
  'a record is exchanged': (agency, dice) => {
    const event = dice.of(agency.log.slice(-40));
    return {
      by: office.registrar,
      to: agency.newId('siasn'),
      command: RecordExternalSync({
        system: 'siasn',
        direction: 'sent',
        what: 'certificate',
        ...(event !== undefined && { eventId: event.id }),
        externalRef: 'SIASN-1',
        ...dice.oneOf(
          { outcome: 'accepted', differingFields: [] },
          { outcome: 'differs', differingFields: ['jumlahJam'] },
          { outcome: 'accepted', differingFields: ['jumlahJam'] },
        ),
      }),
    };
  },
};

/** A finding comes up, somebody asks to be forgotten, and the key goes only once nothing is open. */
export const somebodyAsksToBeForgotten: Story = async function* (agency, dice) {
  for (const move of [
    'a finding is raised',
    'a request about personal data is decided',
    'a key is destroyed',
    'a finding is closed',
    'a key is destroyed',
  ]) {
    await play(agency, dice, oversightMoves[move]?.(agency, dice));
    yield plusDays(agency.today, dice.between(0, 6));
  }
};
