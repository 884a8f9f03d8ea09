import { givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { EvaluationConcluded, EvaluationContested } from '../../src/evaluate/evaluation/index.js';
import { AuditFindingClosed, AuditFindingRaised } from '../../src/governance/audit/index.js';
import { openMatters } from '../../src/registers/open-matters.js';

const auditor = { subjectId: 'inspektorat-1' };
const raised = (...concerns: string[]) =>
  AuditFindingRaised.of({
    target: { stream: 'batch-batch-1', revision: 0 },
    criterion: 'R19',
    severity: 'low',
    concerns,
    due: '2026-06-30',
    raisedBy: auditor,
  });
const closed = (...concerns: string[]) =>
  AuditFindingClosed.of({ concerns, followUpRefs: [], reason: { code: 'accepted' }, closedBy: auditor });
const contested = (contestedBy: { subjectId: string; operatorId?: string }) =>
  EvaluationContested.of({ programId: 'program-1', grounds: 'data', answerDue: '2026-06-19', contestedBy });
const concluded = (answers?: string) =>
  EvaluationConcluded.of({
    programId: 'program-1',
    conclusion: 'inconclusive',
    strengths: [],
    weaknesses: [],
    measuredLevels: [],
    missingLevels: [4],
    evidence: ['00000000-0000-4000-8000-000000000001'],
    design: 'prePost',
    ...(answers !== undefined && { answers }),
    concludedOn: '2026-06-01',
    concludedBy: { subjectId: 'evaluator-1' },
  });

describe('the register of what is open about a person', () => {
  it('lists the findings that concern a person, each of them', () =>
    givenEvents(openMatters, [
      ['audit-f1', raised('a', 'b')],
      ['audit-f2', raised('a')],
    ]).thenRow('a', { findings: ['f1', 'f2'], disputes: [] }));

  it('lists a finding once that names a person twice', () =>
    givenEvents(openMatters, [['audit-f1', raised('a', 'a')]]).thenRow('a', { findings: ['f1'], disputes: [] }));

  it('drops a finding that is closed, and keeps the others', () =>
    givenEvents(openMatters, [
      ['audit-f1', raised('a')],
      ['audit-f2', raised('a')],
      ['audit-f1', closed('a')],
    ]).thenRow('a', { findings: ['f2'], disputes: [] }));

  it('lists the evaluations that a person contests', () =>
    givenEvents(openMatters, [
      ['evaluation-e1', contested({ subjectId: 'a', operatorId: 'typist' })],
      ['evaluation-e2', contested({ subjectId: 'b' })],
    ]).thenRow('a', { findings: [], disputes: ['e1'] }));

  it('does not list it for the operator who typed the objection', () =>
    givenEvents(openMatters, [['evaluation-e1', contested({ subjectId: 'a', operatorId: 'typist' })]]).thenRow(
      'typist',
      undefined,
    ));

  it('drops an objection that was answered, and only that', () =>
    givenEvents(openMatters, [
      ['evaluation-e1', contested({ subjectId: 'a' })],
      ['evaluation-e2', contested({ subjectId: 'a' })],
      ['evaluation-e1', concluded('a')],
    ]).thenRow('a', { findings: [], disputes: ['e2'] }));

  it('lists nobody for a first conclusion, which answers no objection', async () => {
    const { rows } = await givenEvents(openMatters, [['evaluation-e1', concluded()]]).view();
    expect(rows.size).toBe(0);
  });
});
