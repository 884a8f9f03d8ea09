import { RecordPerformancePredicate } from '@pembinaan/core';
import type { Office, PembinaanCommand, Stage } from '@pembinaan-examples/stage';
import { staff } from './agency.js';

type Rating = Extract<PembinaanCommand, { type: 'RecordPerformancePredicate' }>['data'];
type Rated = readonly [employeeId: string, results: Rating['results'], behaviour: Rating['behaviour']];

/** M8: February. How those who will be trained performed in the year before. */
export async function performanceBefore(stage: Stage, office: Office): Promise<void> {
  await record(stage, office, '2026-02-02', { year: 2025 }, [
    [staff.hadi, 'meets', 'meets'],
    [staff.siti, 'below', 'meets'],
    [staff.joko, 'meets', 'meets'],
    [staff.rosma, 'below', 'meets'],
    [staff.edy, 'meets', 'below'],
  ]);
}

/** M8: October. How they performed in the first quarter that began after it; a predicate that the matrix does not give is refused. */
export async function performanceAfter(stage: Stage, office: Office): Promise<void> {
  await record(stage, office, '2026-10-20', { year: 2026, quarter: 3 }, [
    [staff.hadi, 'above', 'meets'],
    [staff.siti, 'meets', 'meets'],
    [staff.joko, 'meets', 'above'],
    [staff.edy, 'meets', 'meets'],
  ]);
  const period = { year: 2026, quarter: 3 };
  const rosma = { period, results: 'below', behaviour: 'meets', source: 'sheet' } as const;
  const registrar = office.as(office.who.registrar);
  stage.tells('M8');
  await registrar.isRefused('R34', staff.rosma, RecordPerformancePredicate({ ...rosma, predicate: 'baik' }));
  await registrar.does(staff.rosma, RecordPerformancePredicate(rosma));
  stage.tells();
  stage.say({
    id: 'Predikat kinerja triwulan ketiga dicatat di samping predikat tahun sebelumnya. Lembar yang menyebut Baik untuk hasil kerja di bawah ekspektasi ditolak (R34): predikat mengikuti matriks, bukan ketikan.',
    en: 'The performance of the third quarter is recorded beside that of the year before. A sheet that says "good" for results below expectation is refused (R34): the predicate follows from the matrix, and is not typed in.',
  });
}

async function record(
  stage: Stage,
  office: Office,
  on: string,
  period: Rating['period'],
  rated: readonly Rated[],
): Promise<void> {
  stage.tells('M8');
  stage.on(on);
  for (const [employeeId, results, behaviour] of rated) {
    await office
      .as(office.who.registrar)
      .does(employeeId, RecordPerformancePredicate({ period, results, behaviour, source: 'eKinerja' }));
  }
  stage.tells();
}
