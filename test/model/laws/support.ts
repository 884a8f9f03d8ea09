import {
  AuditFindingClosed,
  AuditFindingRaised,
  ChangeResistanceObserved,
  ChangeSupportGiven,
  DataSubjectRequestDecided,
  EmployeePlaced,
  EmployeeRegistered,
  EvaluationConcluded,
  EvaluationContested,
  PublicForumHeld,
  PublicInputRecorded,
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
  SubjectKeyDestroyed,
} from '@pembinaan/core';
import { plusWorkingDays } from '../days.js';
import { figuresOf, placementOn, servesOn } from './facts.js';
import type { Told } from './history.js';
import { grouped, inBoth, law } from './law.js';

export const registered = law(
  'R37',
  'A number is registered once; PPPK have a contract and PNS none; nobody stands under himself, on any day.',
  (history, complain) => {
    for (const [, second] of grouped(history.of(EmployeeRegistered), ({ data }) => data.numberHash).values()) {
      if (second !== undefined) complain(second, 'uses the number of somebody else');
    }
    for (const event of history.of(EmployeeRegistered)) {
      if ((event.data.kind === 'pns') !== (event.data.contract === undefined))
        complain(event, 'has the wrong contract');
    }
    for (const event of history.of(EmployeePlaced)) {
      const { from } = event.data;
      if (!servesOn(history, event.of, from, event)) complain(event, 'does not serve on that day');
      const above: string[] = [];
      let next: string | undefined = event.data.superiorId;
      while (next !== undefined && !above.includes(next) && next !== event.of) {
        above.push(next);
        next = placementOn(history, next, from, { index: event.index + 1 })?.superiorId;
      }
      if (next === event.of) complain(event, `${event.of} stands under himself through ${above.join(', ')}`);
    }
  },
);

export const reports = law(
  'R38',
  'A report is sorted out, answered and closed in that order, on days that have come; no unit ends a complaint with oversight content about itself.',
  (history, complain) => {
    const steps = [
      ...history.of(PublicReportReceived).map((event) => ({ event, day: event.data.receivedOn, is: 'received' })),
      ...history.of(PublicReportForwarded).map((event) => ({ event, day: event.data.on, is: `${event.data.action}` })),
      ...history.of(PublicReportAnswered).map((event) => ({ event, day: event.data.on, is: 'answered' })),
      ...history.of(PublicReportClosed).map((event) => ({ event, day: event.data.on, is: 'closed' })),
    ].sort((a, b) => a.event.index - b.event.index);
    const before: Readonly<Record<string, readonly string[]>> = { answered: ['verified'], closed: ['answered'] };
    for (const [first, ...later] of grouped<(typeof steps)[number]>(steps, ({ event }) => event.of).values()) {
      let last = first;
      for (const step of later) {
        const allowed = before[step.is] ?? ['received', 'deferred'];
        if (!allowed.includes(last?.is ?? '')) complain(step.event, `${step.is} after ${last?.is}`);
        if (step.day < (last?.day ?? '')) complain(step.event, 'goes back in time');
        last = step;
      }
    }
    for (const { event, day, is } of steps) {
      if (day > event.recordedOn) complain(event, 'is to come');
      if (!['closed', 'archived', 'notOurs'].includes(is)) continue;
      const report = history.of(PublicReportReceived, event).find(({ of }) => of === event.of)?.data;
      if (report?.classification !== 'complaintOversight') continue;
      const own = event.hands.find(
        (hand) =>
          placementOn(history, hand, day, event)?.unitId === report.unitId && servesOn(history, hand, day, event),
      );
      if (own !== undefined) complain(event, `${own} works in ${report.unitId}, which it is about`);
    }
  },
);

export const inputs = law('R38', 'What the public asks for is due after so many working days.', (history, complain) => {
  for (const event of history.of(PublicInputRecorded)) {
    const forum = history.of(PublicForumHeld, event).find(({ of }) => of === event.of);
    const days = figuresOf(history, event)['publicInput.answerWorkingDays'].value;
    const due = event.data.kind === 'praise' ? undefined : plusWorkingDays(forum?.data.date ?? '', days);
    if (event.data.answerDue !== due) complain(event, `is due on ${event.data.answerDue} instead of ${due}`);
  }
});

export const resistance = law(
  'R39',
  'Resistance is seen in a unit, on enough people, and names none; evidence that is shown is a concluded evaluation.',
  (history, complain) => {
    for (const event of history.of(ChangeResistanceObserved)) {
      const { n, unitId, observedOn } = event.data;
      if (n < figuresOf(history, event)['disclosure.minimumN'].value) complain(event, `rests on ${n} people`);
      if (event.of !== `${unitId}-${observedOn.slice(0, 4)}`) complain(event, 'stands elsewhere');
      if (observedOn > event.recordedOn) complain(event, 'is to come');
    }
    for (const event of history.of(ChangeSupportGiven)) {
      const { kind, evaluationId } = event.data;
      if (kind !== 'evidence') continue;
      const concluded = history.of(EvaluationConcluded, event).some(({ of }) => of === evaluationId);
      if (!concluded) complain(event, 'shows no concluded evaluation');
    }
  },
);

export const keys = law(
  'R40',
  'A key is destroyed once, on a granted erasure or an ended retention, by another than who decided, while nothing is open about the person.',
  (history, complain) => {
    for (const event of history.of(SubjectKeyDestroyed)) {
      const { basis, keyId } = event.data;
      const before = history.of(SubjectKeyDestroyed, event);
      if (before.some(({ of, data }) => of === event.of && data.keyId === keyId))
        complain(event, 'was destroyed before');
      if (basis.kind === 'retention') {
        if (basis.endedOn >= event.recordedOn) complain(event, 'is kept until then');
        if (inBoth(event.hands, [basis.approvedBy.subjectId]).length > 0) complain(event, 'was approved by the same');
      } else {
        const request = history
          .of(DataSubjectRequestDecided, event)
          .find(({ of, data }) => of === event.of && data.requestId === basis.requestId);
        const { right, decision } = request?.data ?? {};
        if (right !== 'erasure' || decision === 'refused') complain(event, `rests on ${right} ${decision}`);
        if (inBoth(event.hands, request?.hands ?? []).length > 0) complain(event, 'was decided by the same');
      }
      for (const matter of openMatters(event)) complain(event, `is open: ${matter}`);
    }

    function openMatters(event: Told<unknown>): readonly string[] {
      const closed = history.of(AuditFindingClosed, event).map(({ of }) => of);
      const findings = history
        .of(AuditFindingRaised, event)
        .filter(({ of, data }) => data.concerns.some((id) => id === event.of) && !closed.includes(of));
      const disputes = history
        .of(EvaluationContested, event)
        .filter(
          ({ of, by, index }) =>
            by === event.of &&
            !history.of(EvaluationConcluded, event).some((later) => later.of === of && later.index > index),
        );
      return [...findings, ...disputes].map(({ of }) => of);
    }
  },
);

export const supportLaws = [registered, reports, inputs, resistance, keys];
