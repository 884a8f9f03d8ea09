import { rulebook } from '@pembinaan/core';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { competencyHistory } from '../../src/index.js';
import {
  assessed,
  batchCancelled,
  certified,
  claim,
  confirmed,
  correcting,
  credited,
  declined,
  figure,
  type Line,
  outcome,
  placed,
  pns,
  policy,
  pppk,
  predicate,
  revoked,
  sentTo,
  separated,
  standard,
  storeOf,
} from '../fixtures.js';
import { counting, eventsOf, explained, ofKind } from './asking.js';

const ON = '2026-06-30';
const office = [policy(), standard('s', { M01: 2, M05: 3 }), ...pns('a', 'loket')];
const level = { of: 'level', employeeId: 'a', competency: 'M05' } as const;
const gap = { of: 'gap', employeeId: 'a', competency: 'M05' } as const;
const jp = { of: 'jp', employeeId: 'a' } as const;
const ceiling = { of: 'jpCeiling', employeeId: 'a' } as const;
const jpm = { of: 'jpm', employeeId: 'a' } as const;

describe('an explanation', () => {
  it('is not given of whom no event tells', async () => {
    const history = await competencyHistory(await storeOf(office));
    expect(await history.asOf({ effective: ON }).explain({ ...jp, employeeId: 'nobody' })).toBeUndefined();
  });

  it('bears the cell that was asked, both clocks and the position', async () => {
    const recorded = '2030-01-01T00:00:00.000Z';
    const { cell, asOf } = await explained(office, level, ON, { recorded });
    expect(cell).toEqual(level);
    expect(asOf).toMatchObject({ effective: ON, recorded });
    expect(asOf.position).not.toBeNull();
  });

  it('names the event with its stream and revision, when it was true and when it was recorded', async () => {
    const at = { occurredAt: '2026-02-02T01:00:00.000Z', recordedAt: '2026-02-03T01:00:00.000Z' };
    const [stream, event] = assessed('a', 'M05', 2, '2026-02-01');
    const [step] = eventsOf(await explained([[stream, event, at]], level, ON));
    expect(step).toMatchObject({
      eventId: historyEventId(stream, 0),
      stream,
      revision: 0,
      type: 'CompetencyAssessed',
      ...at,
      counts: true,
    });
  });

  it('gives rules by their number, with the text of the rulebook', async () => {
    const [rule] = ofKind(await explained(office, level, ON), 'rule');
    expect(rule).toMatchObject({ rule: 'R06', sentence: rulebook.find(({ id }) => id === 'R06')?.text });
  });

  it('knows nothing that was recorded after the moment that is asked about', async () => {
    const [stream, event] = assessed('a', 'M05', 4, '2026-02-01');
    const late: Line = [stream, event, { recordedAt: '2026-09-01T00:00:00.000Z' }];
    const explanation = await explained([...office, late], level, ON, { recorded: '2026-08-01T00:00:00.000Z' });
    expect(explanation.value).toBeNull();
    expect(eventsOf(explanation)).toEqual([]);
  });

  it('says of who has left that lists leave the person out, and still tells what was earned', async () => {
    const lines = [...office, assessed('a', 'M05', 2, '2026-02-01'), separated('a', '2026-05-01')];
    const explanation = await explained(lines, level, ON);
    expect(explanation.value).toBe(2);
    expect(counting(explanation, 'EmployeeSeparated')).toEqual([
      { revision: 2, counts: false, reason: 'changesNothing' },
    ]);
  });
});

describe('the level', () => {
  it('comes from the latest valid assessment by somebody else, and says why each other one does not count', async () => {
    const lines = [
      assessed('a', 'M05', 1, '2026-01-10'),
      assessed('a', 'M05', 5, '2026-01-20', { method: 'self' }),
      assessed('a', 'M05', 3, '2026-02-01', { validUntil: '2026-03-01' }),
      assessed('a', 'M05', 2, '2026-01-15'),
      assessed('a', 'M05', 4, '2026-09-01'),
      assessed('a', 'M01', 4, '2026-02-02'),
    ];
    const explanation = await explained(lines, level, ON);
    expect(explanation.value).toBe(2);
    expect(counting(explanation, 'CompetencyAssessed')).toEqual([
      { revision: 0, counts: false, reason: 'replaced' },
      { revision: 1, counts: false, reason: 'self' },
      { revision: 2, counts: false, reason: 'lapsed' },
      { revision: 3, counts: true, reason: null },
      { revision: 4, counts: false, reason: 'later' },
    ]);
  });

  it('names the event that corrected an assessment, and the reason that was given', async () => {
    const lines = [assessed('a', 'M05', 4, '2026-02-01'), correcting(assessed('a', 'M05', 2, '2026-02-01'), 0)];
    const [wrong, right] = eventsOf(await explained(lines, level, ON));
    expect(wrong).toMatchObject({ counts: false, reason: 'corrected', by: right?.eventId });
    expect(wrong?.sentence.en).toContain('corrected by event 1 of competencyProfile-a (reason: salah ketik)');
    expect(right).toMatchObject({ counts: true });
  });

  it('R06 is missing, and no 0, where only the person has assessed it', async () => {
    const explanation = await explained([assessed('a', 'M05', 5, '2026-02-01', { method: 'self' })], level, ON);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['assessment', 'service']);
  });
});

describe('the gap', () => {
  it('names the placement and the version of the standard that asked for the level', async () => {
    const lines = [...office, assessed('a', 'M05', 2, '2026-02-01')];
    const explanation = await explained(lines, gap, ON);
    expect(explanation.value).toBe(1);
    expect(explanation.steps.map((step) => (step.kind === 'event' ? step.type : step.kind))).toEqual([
      'EmployeePlaced',
      'CompetencyStandardEstablished',
      'rule',
      'CompetencyAssessed',
      'arithmetic',
    ]);
    expect(eventsOf(explanation)[1]?.sentence.en).toBe(
      'Version 1 of the standard s, in force from 2020-01-01, asks for M05 level 3.',
    );
    expect(ofKind(explanation, 'arithmetic')[0]).toMatchObject({
      operands: [
        { name: 'required', value: 3 },
        { name: 'actual', value: 2 },
      ],
      result: 1,
    });
  });

  it('tells placements that are over, ahead or corrected, and that they do not count', async () => {
    const lines = [
      ...office,
      placed('a', 'camat', { from: '2026-01-01', standardId: 't' }),
      placed('a', 'dinas', { from: '2026-12-01' }),
      correcting(placed('a', 'loket', { from: '2026-01-01', standardId: 's' }), 2),
    ];
    expect(counting(await explained(lines, gap, ON), 'EmployeePlaced')).toEqual([
      { revision: 1, counts: false, reason: 'replaced' },
      { revision: 2, counts: false, reason: 'corrected' },
      { revision: 3, counts: false, reason: 'later' },
      { revision: 4, counts: true, reason: null },
    ]);
  });

  it('is not known, and says so, where the standard does not ask for the competency', async () => {
    const explanation = await explained(office, { ...gap, competency: 'SK01' }, ON);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['requirement', 'assessment']);
  });

  it('says that the position or the standard is missing', async () => {
    const unplaced = await explained(office.slice(0, 3), gap, ON);
    expect(ofKind(unplaced, 'missing').map(({ what }) => what)).toEqual(['placement', 'assessment']);
    const unasked = await explained(pns('a', 'loket'), gap, ON);
    expect(ofKind(unasked, 'missing').map(({ what }) => what)).toEqual(['standard', 'assessment']);
  });
});

describe('the JP of the year', () => {
  it('R22 sums what was credited, tells what the caps took, and stands against the minimum of a PNS', async () => {
    const lines = [
      ...office,
      credited('a', '2026-02-01', 1200),
      credited('a', '2026-03-01', 200, { jpRaw: 300, capped: true, form: 'NKL09', source: claim('c1') }),
    ];
    const explanation = await explained(lines, jp, ON);
    expect(explanation.value).toBe(1400);
    expect(ofKind(explanation, 'rule').map(({ rule }) => rule)).toEqual(['R22']);
    expect(ofKind(explanation, 'arithmetic').map(({ result }) => result)).toEqual([1400, 100, 600]);
    expect(ofKind(explanation, 'figure')[0]).toMatchObject({
      key: 'jp.minimum.pns.year',
      value: 2000,
      version: 'p-2020',
      basis: 'PP 11/2017 jo PP 17/2020, Pasal 203 ayat (4)',
      certainty: 'V',
    });
  });

  it('tells what does not count: taken by a cap, reversed, corrected, ahead, of another year', async () => {
    const lines = [
      ...office,
      credited('a', '2026-02-01', 0, { jpRaw: 300, capped: true, form: 'NKL09', source: claim('c1') }),
      credited('a', '2026-02-02', 500),
      correcting(credited('a', '2026-02-02', 0), 1),
      credited('a', '2026-02-03', 500),
      correcting(credited('a', '2026-02-03', 400), 3),
      credited('a', '2026-09-01', 600),
      credited('a', '2025-09-01', 700),
    ];
    const explanation = await explained(lines, jp, ON);
    expect(explanation.value).toBe(400);
    expect(counting(explanation, 'JpCredited')).toEqual([
      { revision: 0, counts: false, reason: 'cap' },
      { revision: 1, counts: false, reason: 'reversed' },
      { revision: 2, counts: true, reason: null },
      { revision: 3, counts: false, reason: 'corrected' },
      { revision: 4, counts: true, reason: null },
      { revision: 5, counts: false, reason: 'later' },
    ]);
    expect(eventsOf(explanation).find(({ reason }) => reason === 'cap')?.sentence.en).toContain(
      'the cap of 2 JP a day took all of it (R22)',
    );
  });

  it('of a PPPK stands against no minimum', async () => {
    const explanation = await explained([policy(), ...pppk('a', 'loket', '2026-01-01', '2026-12-31')], jp, ON);
    expect(explanation.value).toBe(0);
    expect(ofKind(explanation, 'figure')).toEqual([]);
    expect(eventsOf(explanation)[0]?.sentence.en).toContain('a PPPK has no minimum');
  });

  it('knows no minimum without a policy', async () => {
    const explanation = await explained(pns('a', 'loket'), jp, ON);
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['credits', 'policy']);
  });

  it('bears the mark of a figure that the agency set', async () => {
    const lines = [policy({ 'jp.minimum.pns.year': figure(3000) }), ...pns('a', 'loket')];
    expect(ofKind(await explained(lines, jp, ON), 'figure')[0]).toMatchObject({ value: 3000, certainty: 'agency' });
  });
});

describe('the JP against the ceiling', () => {
  const contracted = [policy(), ...pppk('a', 'loket', '2026-03-01', '2027-02-28')];

  it('R18 sums what was assigned in the contract year, against the figure of the policy', async () => {
    const lines = [
      ...contracted,
      confirmed('b1', 'a', '2026-04-01'),
      sentTo('w1', 'a', '2026-05-01', '2026-05-10', 800),
    ];
    const explanation = await explained(lines, ceiling, ON);
    expect(explanation.value).toBe(1800);
    expect(ofKind(explanation, 'rule').map(({ rule }) => rule)).toEqual(['R18']);
    expect(ofKind(explanation, 'arithmetic').map(({ result }) => result)).toEqual(['2026-03-01/2027-02-28', 1800, 600]);
    expect(ofKind(explanation, 'figure')[0]).toMatchObject({ key: 'jp.maximum.pppk.contractYear', value: 2400 });
  });

  it('tells what was declined, cancelled, or lies in another contract year, and that it does not count', async () => {
    const lines = [
      ...contracted,
      confirmed('b1', 'a', '2026-04-01'),
      declined('b1', 'a'),
      confirmed('b2', 'a', '2026-04-02'),
      batchCancelled('b2', 'a'),
      confirmed('b3', 'a', '2026-02-01'),
      confirmed('b4', 'a', '2026-05-01'),
      outcome('b4', 'a', 'notCompleted'),
    ];
    const explanation = await explained(lines, ceiling, ON);
    expect(explanation.value).toBe(1000);
    expect(
      eventsOf(explanation)
        .map(({ stream, type, reason }) => [stream, type, reason])
        .slice(1),
    ).toEqual([
      ['batch-b1', 'NominationConfirmed', 'takenOut'],
      ['batch-b1', 'NominationDeclined', null],
      ['batch-b2', 'NominationConfirmed', 'takenOut'],
      ['batch-b2', 'BatchCancelled', null],
      ['batch-b3', 'NominationConfirmed', 'otherPeriod'],
      ['batch-b4', 'NominationConfirmed', null],
      ['batch-b4', 'ParticipantOutcomeDecided', null],
      ['policy-agency', 'PolicyVersionAdopted', null],
    ]);
  });

  it('counts of a batch what was confirmed last, and of a correction what it says', async () => {
    const lines = [
      ...contracted,
      confirmed('b1', 'a', '2026-04-01', '2026-04-01', 1000),
      confirmed('b1', 'a', '2026-04-02', '2026-04-02', 700),
      confirmed('b2', 'a', '2026-05-01', '2026-05-01', 600),
      correcting(confirmed('b2', 'a', '2026-05-01', '2026-05-01', 500), 0),
    ];
    const explanation = await explained(lines, ceiling, ON);
    expect(explanation.value).toBe(1200);
    expect(counting(explanation, 'NominationConfirmed')).toEqual([
      { revision: 0, counts: false, reason: 'replaced' },
      { revision: 1, counts: true, reason: null },
      { revision: 0, counts: false, reason: 'corrected' },
      { revision: 1, counts: true, reason: null },
    ]);
  });

  it('counts what a PPPK learns on the own initiative against no ceiling', async () => {
    const lines = [...contracted, credited('a', '2026-04-01', 200, { form: 'NKL09', source: claim('c1') })];
    const explanation = await explained(lines, ceiling, ON);
    expect(explanation.value).toBe(0);
    expect(counting(explanation, 'JpCredited')).toEqual([{ revision: 0, counts: false, reason: 'selfStudy' }]);
  });

  it('is none for a PNS', async () => {
    const explanation = await explained(office, ceiling, ON);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['ceiling']);
  });
});

describe('the job-person match', () => {
  it('is the mean of the shares that were reached, in the band of the policy', async () => {
    const lines = [...office, assessed('a', 'M05', 2, '2026-02-01'), assessed('a', 'M01', 4, '2026-02-02')];
    const explanation = await explained(lines, jpm, ON);
    expect(explanation.value).toBe(8333);
    expect(ofKind(explanation, 'arithmetic').map(({ result }) => result)).toEqual([10_000, 6667, 8333, 'cukupOptimal']);
    expect(ofKind(explanation, 'figure')[0]).toMatchObject({
      key: 'jpm.bands',
      value: { optimal: 9000, fairlyOptimal: 7800 },
      basis: 'Peraturan BRIN 3/2023, Pasal 33',
    });
  });

  it('counts a level that is not known as 0, and says that it is missing', async () => {
    const explanation = await explained(office, jpm, ON);
    expect(explanation.value).toBe(0);
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['assessment', 'assessment']);
  });

  it('is not known where nothing is required', async () => {
    const explanation = await explained(pns('a', 'loket'), jpm, ON);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['standard']);
  });
});

describe('the IP ASN', () => {
  const index = { of: 'ipAsn', employeeId: 'a' } as const;
  const head = [policy(), ...pns('a', 'loket', { positionKind: 'administrator' })];
  const whole = [
    ...head,
    certified('c1', 'a', 'b1', '2024-05-01', { form: 'KL01' }),
    credited('a', '2026-02-01', 2000),
    credited('a', '2026-04-01', 400, { form: 'KL06' }),
    predicate('a', { year: 2025 }, 'baik'),
  ];

  it('says that no event tells the education or the sanctions, and guesses neither', async () => {
    const explanation = await explained(whole, index, ON);
    expect(explanation.value).toBe(6500);
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['education', 'sanction', 'total']);
    for (const dimension of ['qualification', 'discipline'] as const) {
      expect((await explained(whole, { ...index, dimension }, ON)).value).toBeNull();
    }
  });

  it('tells what each part of the competence is worth, by which figure', async () => {
    const explanation = await explained(whole, { ...index, dimension: 'competence' }, ON);
    expect(explanation.value).toBe(4000);
    expect(ofKind(explanation, 'rule').map(({ rule }) => rule)).toEqual(['R20', 'R22']);
    expect(ofKind(explanation, 'arithmetic').map(({ result }) => result)).toEqual([1500, 1500, 1000, 4000]);
    expect(ofKind(explanation, 'figure')[0]).toMatchObject({ key: 'ipasn.competence', certainty: 'M' });
  });

  it('tells which certificates and credits do not count, and why', async () => {
    const lines = [
      ...whole,
      revoked('c1', 'a', 'b1'),
      certified('c2', 'a', 'b2', '2024-05-01', { form: 'KL01', validUntil: '2025-05-01' }),
      certified('c3', 'a', 'b3', '2024-05-01', { form: 'KL03' }),
      credited('a', '2026-05-01', 300, { form: 'KL10' }),
    ];
    const explanation = await explained(lines, { ...index, dimension: 'competence' }, ON);
    expect(explanation.value).toBe(2500);
    expect(
      eventsOf(explanation)
        .map(({ stream, type, reason }) => [stream, type, reason])
        .slice(1, -1),
    ).toEqual([
      ['certificate-c1', 'CertificateIssued', 'revoked'],
      ['certificate-c1', 'CertificateRevoked', null],
      ['certificate-c2', 'CertificateIssued', 'lapsed'],
      ['certificate-c3', 'CertificateIssued', 'otherForm'],
      ['jpLedger-a-2026', 'JpCredited', null],
      ['jpLedger-a-2026', 'JpCredited', null],
      ['jpLedger-a-2026', 'JpCredited', 'otherForm'],
    ]);
  });

  it('R34 takes the last predicate of a whole year that is over', async () => {
    const lines = [
      ...whole,
      predicate('a', { year: 2024 }, 'kurang'),
      predicate('a', { year: 2026, quarter: 1 }, 'sangatBaik'),
      predicate('a', { year: 2026 }, 'kurang'),
    ];
    const explanation = await explained(lines, { ...index, dimension: 'performance' }, ON);
    expect(explanation.value).toBe(2500);
    expect(counting(explanation, 'PerformancePredicateRecorded')).toEqual([
      { revision: 0, counts: true, reason: null },
      { revision: 1, counts: false, reason: 'replaced' },
      { revision: 2, counts: false, reason: 'otherPeriod' },
      { revision: 3, counts: false, reason: 'later' },
    ]);
  });

  it('is not known without a policy', async () => {
    const explanation = await explained(whole.slice(1), index, ON);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toContain('policy');
  });
});
