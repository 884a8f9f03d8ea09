import {
  CompetencyGapValidated,
  DevelopmentNeedDeclined,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from '@pembinaan/core';
import { atWork, DAY_MS } from './days.js';
import { type Append, newStream } from './desk.js';
import { made } from './made.js';
import { activeEmployee, type Town } from './town.js';
import { COMPETENCIES, FORMS } from './words.js';

/** A need of a person or a unit: from a gap, proposed by the superior, verified and validated in the weeks that follow, or declined. */
export function proposeNeed(town: Town, year: number): readonly Append[] {
  const { desk, dice, officials, agenda, agencyId } = town;
  const { verifier, planner } = officials;
  const employee = activeEmployee(town);
  const id = dice.id(12);
  const stream = newStream('developmentNeed', id);
  const competency = dice.pick(COMPETENCIES);
  const gapId = dice.id(12);
  const today = Math.floor(desk.moment / DAY_MS);
  const gap = made(CompetencyGapValidated, {
    gapId,
    competency,
    required: dice.between(2, 4),
    actual: dice.between(0, 2),
    standardId: employee.standard.id,
    standardVersion: 1,
    priority: dice.pick(['high', 'medium', 'low']),
    validatedBy: { subjectId: verifier.subjectId },
  });
  const proposed = made(DevelopmentNeedProposed, {
    year,
    cycleId: `${agencyId}-${year}`,
    origin: { kind: 'gap', ref: gapId },
    target: dice.chance(0.7)
      ? { kind: 'employee', employeeId: employee.id }
      : { kind: 'unit', unitId: employee.unit.id },
    competency,
    form: dice.pick(FORMS),
    jp: 2000,
    estimatedCost: dice.between(1, 20) * 1_000_000,
    expectedServiceEffect: 'waktu tunggu turun tanpa menambah kesalahan',
    proposedBy: { subjectId: employee.unit.head.subjectId },
  });
  agenda.put(atWork(today + 5, dice.next()), () => {
    if (dice.chance(0.1)) {
      const declined = made(DevelopmentNeedDeclined, {
        kind: 'rejected',
        reason: { code: dice.pick(['notRelevant', 'duplicate', 'noBudget']) },
        declinedBy: { subjectId: verifier.subjectId },
      });
      return [desk.write(stream, verifier, [declined])];
    }
    const verified = made(DevelopmentNeedVerified, {
      checklist: [
        { item: 'asal-usul', met: true },
        { item: 'biaya', met: true },
      ],
      verifiedBy: { subjectId: verifier.subjectId },
    });
    agenda.put(atWork(today + 10, dice.next()), () => {
      const validated = made(DevelopmentNeedValidated, {
        priority: dice.pick(['high', 'medium', 'low']),
        validatedBy: { subjectId: planner.subjectId },
      });
      return [desk.write(stream, planner, [validated])];
    });
    return [desk.write(stream, verifier, [verified])];
  });
  return [
    desk.write(employee.profile, verifier, [gap], { facts: [employee.stream, employee.standard.stream] }),
    desk.write(stream, employee.unit.head, [proposed]),
  ];
}
