import { localDate } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { policies, timeZoneOf } from '../records/policies.js';
import { recognitionRecords } from '../records/recognition-records.js';
import { serviceRecords, servingOn } from '../records/service-records.js';

export interface RoleModelLine {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly recognitionId: string;
  readonly kind: string;
  /** What it is for: an evaluation, an idea or a document. */
  readonly basisKind: string;
  readonly basisRef: string;
  readonly grantedOn: string;
}

/** T9: good examples. Only of those who serve, and who agreed to be shown. */
export const roleModels = peopleReadModel({
  name: 'RoleModels',
  question: {
    en: 'Who was recognised and agreed to be shown as an example, and for what?',
    id: 'Siapa yang memperoleh penghargaan dan bersedia ditampilkan sebagai teladan, dan atas apa?',
  },
  needs: [recognitionRecords, serviceRecords, policies],
  linesOf: 'person',
  tells: 'serving',
  among: 'roleModels',
  answer: ([recognitions, service, policyRows], on) => {
    const timeZone = timeZoneOf(policyRows.rows);
    const lines = servingOn(service.rows, on).flatMap(({ employeeId, unitId }) =>
      Object.entries(recognitions.get(employeeId)?.recognitions ?? {}).flatMap(
        ([recognitionId, { kind, basisKind, basisRef, shownAsRoleModel, grantedAt }]): RoleModelLine[] => {
          const grantedOn = localDate(grantedAt, timeZone);
          if (!shownAsRoleModel || on < grantedOn) return [];
          return [{ unitId, employeeId, recognitionId, kind, basisKind, basisRef, grantedOn }];
        },
      ),
    );
    return inOrder(lines, ({ unitId, employeeId, grantedOn, recognitionId }) => [
      unitId,
      employeeId,
      grantedOn,
      recognitionId,
    ]);
  },
});
