import { daysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { expiredOn, materialRecords, presentVersion } from '../../records/material-records.js';
import { programRegister } from '../../records/program-register.js';

/** Material whose present version may no longer be taught. */
export type ExpiredMaterialsLine = {
  readonly programId: string;
  readonly program: string;
  readonly programStatus: string | null;
  readonly materialId: string;
  readonly version: number;
  readonly title: string;
  /** The regulation that it teaches. */
  readonly sourceRegulation: string | null;
  readonly validUntil: string;
  readonly daysExpired: number;
};

/** L3: material that teaches a policy goes stale with it; while it is expired no new batch is scheduled (R15). */
export const expiredMaterials = agencyReadModel({
  name: 'ExpiredMaterials',
  question: {
    en: 'Which learning material is out of date?',
    id: 'Bahan ajar mana yang sudah kedaluwarsa?',
  },
  projections: [materialRecords, programRegister],
  answer: ([materials, programs], on): readonly ExpiredMaterialsLine[] =>
    [...materials.rows.values()]
      .flatMap((material): readonly ExpiredMaterialsLine[] => {
        const present = presentVersion(material);
        if (present === undefined || present.validUntil === null || !expiredOn(material, on)) return [];
        const program = programs.get(material.programId);
        if (program?.status === 'cancelled') return [];
        return [
          {
            programId: material.programId,
            program: program?.name ?? material.programId,
            programStatus: program?.status ?? null,
            materialId: material.materialId,
            version: present.version,
            title: present.title,
            sourceRegulation: present.sourceRegulation,
            validUntil: present.validUntil,
            daysExpired: daysBetween(present.validUntil, on),
          },
        ];
      })
      .sort(
        byCells(
          ({ validUntil }) => validUntil,
          ({ programId }) => programId,
          ({ materialId }) => materialId,
        ),
      ),
});
