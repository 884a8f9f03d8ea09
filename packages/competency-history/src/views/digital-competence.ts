import { type NotShown, notShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { levelLines } from '../levels/levels.js';
import { groupedBy, inOrder } from '../order.js';
import { assignmentRecords } from '../records/assignment-records.js';
import { certificateRecords, certificateStateOn } from '../records/certificate-records.js';
import { levelRecords } from '../records/level-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { programTargets } from '../records/program-targets.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';
import { meanHundredths } from '../rounding.js';

/** A competency in a unit. Null where not shown: each figure needs as many people behind it as a group needs. */
export interface DigitalCompetenceLine {
  readonly unitId: string | null;
  readonly competency: string;
  /** People who serve in the unit. */
  readonly people: number;
  /** Of these, people whose position requires it. */
  readonly required: number;
  /** Of those who need it, people at the level required. */
  readonly atStandard: number | null;
  /** People with a valid assessment by somebody else. */
  readonly assessed: number | null;
  /** Hundredths of 1-5, over those who were assessed. */
  readonly meanLevel: number | null;
  /** People who completed a programme that aims at it. */
  readonly trained: number | null;
  /** People with a valid certificate of such a programme. */
  readonly certified: number | null;
  /** Why a figure is not shown; null where all are. */
  readonly notShown: NotShown;
}

/**
 * L5, B5, S4; digital staff in PermenPANRB 8/2026 (IND-03).
 * @param competencies codes of the catalogue, such as `T-KOMINFO-01`, that the agency counts as digital: the library knows none by itself
 */
export const digitalCompetence = (competencies: readonly string[]) =>
  peopleReadModel({
    name: 'DigitalCompetence',
    question: {
      en: 'How many people have, need, trained for and are certified in the competencies that the agency counts as digital, by unit?',
      id: 'Berapa pegawai yang memiliki, memerlukan, telah dilatih, dan bersertifikat dalam kompetensi yang oleh instansi digolongkan digital, menurut unit?',
    },
    needs: [serviceRecords, levelRecords, standards, programTargets, assignmentRecords, certificateRecords, policies],
    linesOf: 'unit',
    tells: 'serving',
    answer: ([service, levels, standardRows, targets, assignments, certificates, policyRows], on) => {
      const policy = policyInForce(policyRows.rows, on);
      const wanted = [...new Set(competencies)];
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
            (certificate) =>
              certificateStateOn(certificate, on) === 'valid' && aimsAt(certificate.programId, competency),
          ),
        }));
      });
      const lines = groupedBy(people, ({ unitId, competency }) => ({ unitId, competency })).map(
        ({ key, members }): DigitalCompetenceLine => {
          const count = (counts: (member: (typeof members)[number]) => boolean) => members.filter(counts).length;
          const known = members.flatMap(({ actual }) => (actual === null ? [] : [actual]));
          const required = count((member) => member.required !== null);
          const ofAll = notShown(members.length, policy);
          // What is told of some of the people needs as many of them; of nobody nothing is told.
          const ofRequired = ofAll ?? (required === 0 ? null : notShown(required, policy));
          const ofAssessed = ofAll ?? (known.length === 0 ? null : notShown(known.length, policy));
          return {
            ...key,
            people: members.length,
            required,
            atStandard: ofRequired === null ? count(({ gap }) => gap === 0) : null,
            assessed: ofAll === null ? known.length : null,
            meanLevel: ofAssessed === null ? meanHundredths(known) : null,
            trained: ofAll === null ? count(({ trained }) => trained) : null,
            certified: ofAll === null ? count(({ certified }) => certified) : null,
            notShown: ofRequired ?? ofAssessed,
          };
        },
      );
      return inOrder(lines, ({ unitId, competency }) => [unitId, competency]);
    },
  });
