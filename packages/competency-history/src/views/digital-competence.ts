import { readModel } from '@pembinaan/event-sourcing';
import { dayOf } from '../day.js';
import { levelLines } from '../levels.js';
import { groupedBy, inOrder } from '../order.js';
import { assignmentRecords } from '../records/assignment-records.js';
import { certificateRecords, certificateStateOn } from '../records/certificate-records.js';
import { levelRecords } from '../records/level-records.js';
import { programTargets } from '../records/program-targets.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { meanHundredths } from '../rounding.js';
import { requiredOn, standards } from '../standards.js';

/** Which competencies the agency counts as digital: the library knows none by itself. */
export interface DigitalCompetenceAsked {
  /** A day such as 2026-12-31. */
  readonly on: string;
  /** Codes of the catalogue, such as `T-KOMINFO-01`. */
  readonly competencies: readonly string[];
}

export interface DigitalCompetenceLine {
  readonly unitId: string | null;
  readonly competency: string;
  /** People who serve in the unit. */
  readonly people: number;
  /** Of these, people whose position requires it. */
  readonly required: number;
  /** Of those who need it, people at the level required. */
  readonly atStandard: number;
  /** People with a valid assessment by somebody else. */
  readonly assessed: number;
  /** Hundredths of 1-5, over those who were assessed. */
  readonly meanLevel: number | null;
  /** People who completed a programme that aims at it. */
  readonly trained: number;
  /** People with a valid certificate of such a programme. */
  readonly certified: number;
}

/** L5, B5, S4; digital staff in PermenPANRB 8/2026 (IND-03). */
export const digitalCompetence = readModel({
  name: 'DigitalCompetence',
  question: {
    en: 'How many people have, need, trained for and are certified in the competencies that the agency counts as digital, by unit?',
    id: 'Berapa pegawai yang memiliki, memerlukan, telah dilatih, dan bersertifikat dalam kompetensi yang oleh instansi digolongkan digital, menurut unit?',
  },
  projections: [serviceRecords, levelRecords, standards, programTargets, assignmentRecords, certificateRecords],
  answer: (
    [service, levels, standardRows, targets, assignments, certificates],
    asked: DigitalCompetenceAsked,
  ): readonly DigitalCompetenceLine[] => {
    const on = dayOf(asked.on);
    const wanted = [...new Set(asked.competencies)];
    const aimsAt = (programId: string, competency: string) =>
      targets.get(programId)?.competencies.includes(competency) === true;
    const people = servingOn(service.rows, on).flatMap(({ employeeId, unitId, placement }) => {
      const standard = placement === null ? undefined : standardRows.get(placement.standardId);
      const assessments = Object.values(levels.get(employeeId)?.assessments ?? {});
      const known = new Map(
        levelLines(assessments, requiredOn(standard, on), on).map((line) => [line.competency, line]),
      );
      const batches = Object.values(assignments.get(employeeId)?.batches ?? {});
      const held = Object.values(certificates.get(employeeId)?.certificates ?? {});
      return wanted.map((competency) => ({
        unitId,
        competency,
        required: known.get(competency)?.required ?? null,
        actual: known.get(competency)?.actual ?? null,
        gap: known.get(competency)?.gap ?? null,
        trained: batches.some(({ status, programId }) => status === 'completed' && aimsAt(programId, competency)),
        certified: held.some(
          (certificate) => certificateStateOn(certificate, on) === 'valid' && aimsAt(certificate.programId, competency),
        ),
      }));
    });
    const lines = groupedBy(people, ({ unitId, competency }) => ({ unitId, competency })).map(
      ({ key, members }): DigitalCompetenceLine => {
        const count = (counts: (member: (typeof members)[number]) => boolean) => members.filter(counts).length;
        const known = members.flatMap(({ actual }) => (actual === null ? [] : [actual]));
        return {
          ...key,
          people: members.length,
          required: count(({ required }) => required !== null),
          atStandard: count(({ gap }) => gap === 0),
          assessed: known.length,
          meanLevel: meanHundredths(known),
          trained: count(({ trained }) => trained),
          certified: count(({ certified }) => certified),
        };
      },
    );
    return inOrder(lines, ({ unitId, competency }) => [unitId, competency]);
  },
});
