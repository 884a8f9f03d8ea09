import { PublishLearningMaterial } from '@pembinaan/core';
import { documentHash, type Office, type PembinaanCommand, type Stage } from '@pembinaan-examples/stage';
import { classroom, healthPolicy, materials, partners } from './agency.js';

/** L3, L7: a module for health staff, valid as long as the regulation that it teaches; and one that has to wait for its partner. */
export async function writeTogether(stage: Stage, office: Office): Promise<void> {
  stage.tells('L3', 'L7');
  stage.on('2026-02-10');
  await office
    .as(office.who.planner)
    .does(healthPolicy.programId, healthModule('peraturan 2026 (rekaan)', '2026-06-30'));
  stage.tells('L7');
  stage.on('2026-02-11');
  await office.as(office.who.planner).isRefused('R16', classroom.programId, classroomModule());
  stage.say({
    id: 'Modul kesehatan terbit bersama balai pelatihan, berlaku sampai 30 Juni. Modul kelas bersama universitas ditolak (R16): baru ada MoU, belum PKS.',
    en: 'The health module is published with the training institute, valid until 30 June. The classroom module with the university is refused (R16): there is a memorandum, but no operative agreement yet.',
  });
}

/** L7: with the PKS the university is an author. */
export async function writeWithUniversity(stage: Stage, office: Office): Promise<void> {
  stage.tells('L7');
  stage.on('2026-02-25');
  await office.as(office.who.planner).does(classroom.programId, classroomModule());
}

/** L3, L7: the second version, after the regulation has changed. */
export async function bringUpToDate(stage: Stage, office: Office): Promise<void> {
  stage.tells('L3', 'L7');
  stage.on('2026-10-09');
  await office
    .as(office.who.planner)
    .does(healthPolicy.programId, healthModule('edaran sementara Juli 2026 (rekaan)', '2026-11-30'));
}

function healthModule(sourceRegulation: string, validUntil: string): PembinaanCommand {
  return PublishLearningMaterial({
    materialId: materials.health,
    title: 'Kebijakan kesehatan bagi petugas puskesmas',
    kind: 'module',
    public: false,
    sha256: documentHash(`modul kesehatan menurut ${sourceRegulation}`),
    coAuthorPartnerId: partners.trainingInstitute,
    sourceRegulation,
    validUntil,
    validityStatement: 'dicocokkan dengan naskah peraturan oleh dinas kesehatan',
  });
}

function classroomModule(): PembinaanCommand {
  return PublishLearningMaterial({
    materialId: materials.classroom,
    title: 'TIK dalam metode mengajar',
    kind: 'module',
    public: false,
    sha256: documentHash('modul kelas'),
    coAuthorPartnerId: partners.university,
    validityStatement: 'diuji coba pada dua kelas',
  });
}
