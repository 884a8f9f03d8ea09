import { CertificateIssued, RecordExternalSync, RecordPerformancePredicate } from '@pembinaan/core';
import { firstEvent, type Office, rateBehaviour, type Stage, unitOf } from '@pembinaan-examples/stage';
import { regular, staff, third } from './agency.js';

/** December and January: what the national system says, how the year was, and whether the third kecamatan uses what it learnt. */
export async function yearEnd(stage: Stage, office: Office): Promise<void> {
  await tellSiasn(stage, office);
  await predicates(stage, office);
  await thirdKecamatan(stage, office);
}

/** Two certificates go to SIASN; one comes back with another number of hours, and the field is named, not its value. */
async function tellSiasn(stage: Stage, office: Office): Promise<void> {
  const exchanges = [
    { certificateId: 'slm-berkala-3-sertifikat-1', employeeId: staff.heru, outcome: 'accepted', differingFields: [] },
    {
      certificateId: 'slm-berkala-3-sertifikat-2',
      employeeId: staff.wening,
      outcome: 'differs',
      differingFields: ['jumlahJam'],
    },
  ] as const;
  stage.tells();
  stage.on('2026-12-14');
  for (const { certificateId, differingFields, ...exchange } of exchanges) {
    const issued = await firstEvent(stage, `certificate-${certificateId}`, CertificateIssued, {});
    await office.as(office.who.secretary).does(
      'siasn-2026-12',
      RecordExternalSync({
        ...exchange,
        differingFields: [...differingFields],
        system: 'siasn',
        direction: 'sent',
        what: 'kursus',
        eventId: issued.id,
        externalRef: `siasn-${certificateId}`,
      }),
    );
  }
  stage.say({
    id: 'Dua sertifikat dikirim ke SIASN: satu diterima, satu berbeda pada jumlah jam, dan perbedaannya tercatat sampai diluruskan.',
    en: 'Two certificates are sent to SIASN: one is accepted, the other differs in the number of hours, which stays on record until it is put right.',
  });
}

/** The predicates of the year, by the matrix of results and behaviour. */
async function predicates(stage: Stage, office: Office): Promise<void> {
  const rated = [
    [staff.bagas, 'meets', 'meets'],
    [staff.ratna, 'above', 'above'],
    [staff.wahyu, 'meets', 'meets'],
    [staff.endah, 'above', 'meets'],
    [staff.galih, 'below', 'meets'],
  ] as const;
  stage.tells();
  stage.on('2026-12-29');
  for (const [employeeId, results, behaviour] of rated) {
    await office
      .as(office.who.verifier)
      .does(employeeId, RecordPerformancePredicate({ period: { year: 2026 }, results, behaviour, source: 'eKinerja' }));
  }
}

/** S12: the camat who had contested rates his own people now. */
async function thirdKecamatan(stage: Stage, office: Office): Promise<void> {
  const { laterEvaluationId: evaluationId } = regular;
  const rating = {
    evaluationId,
    batchId: 'slm-berkala-3',
    ratings: [
      { of: 'M03', score: 4 },
      { of: 'berorientasiPelayanan', score: 4 },
    ],
  };
  stage.tells('S12');
  await rateBehaviour(stage, unitOf(office, third.head), '2027-01-13', rating, [
    staff.heru,
    staff.wening,
    staff.tri,
    staff.slamet,
    staff.puji,
  ]);
  stage.say({
    id: 'Camat yang dahulu menyanggah kini menilai sendiri: kelima pegawainya menerapkan yang diajarkan. Dampaknya diukur pada daur berikutnya.',
    en: 'The camat who had contested now rates himself: all five of his people apply what was taught. What it changed is measured in the next round.',
  });
}
