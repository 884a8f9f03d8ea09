import { type FactRequest, fact, type Rejection, rule } from '@pembinaan/event-sourcing';
import { G02 } from '../../governance/rules/ground-rules.js';
import type { SubjectId } from '../../values/ids.js';
import type { LocalDate, Period } from '../../values/local-date.js';
import type { EmploymentKind } from './events.js';
import { type Employee, employeeState, placementOn, servesOn } from './state.js';

const kindNames = { pns: 'PNS', pppk: 'PPPK', pppkPartTime: 'PPPK paruh waktu' } as const;

export const R37 = rule('R37', {
  text: {
    en: 'One person, one record: the number is checked at the vault and its keyed hash is registered once; PPPK have a contract and PNS none; only who serves is placed, and nobody under himself, directly or through others.',
    id: 'Satu orang, satu catatan: nomor diperiksa di brankas data dan hash berkuncinya didaftarkan satu kali; PPPK memiliki perjanjian kerja dan PNS tidak; hanya yang masih bekerja yang ditempatkan, dan tidak di bawah dirinya sendiri, langsung maupun melalui orang lain.',
  },
  refusals: {
    numberTaken: (d: { employeeId: string }) => ({
      en: `That civil-servant number is registered already, as ${d.employeeId}. Use that record; the new number of a PPPK is an alias of the same person.`,
      id: `Nomor pegawai itu sudah terdaftar sebagai ${d.employeeId}. Gunakan catatan itu; nomor baru seorang PPPK adalah alias dari orang yang sama.`,
    }),
    contractMissing: (d: { kind: EmploymentKind }) => ({
      en: `A ${kindNames[d.kind]} serves under a contract, and none was given. Give contract, from its first to its last day.`,
      id: `${kindNames[d.kind]} bekerja dengan perjanjian kerja, tetapi perjanjiannya tidak disebut. Isi contract, dari hari pertama sampai hari terakhirnya.`,
    }),
    contractNotExpected: (d: { kind: EmploymentKind }) => ({
      en: `A ${kindNames[d.kind]} serves without a contract. Leave contract out, or register the person as PPPK.`,
      id: `${kindNames[d.kind]} bekerja tanpa perjanjian kerja. Kosongkan contract, atau daftarkan sebagai PPPK.`,
    }),
    notServing: (d: { employeeId: string; on: string; separatedOn: string }) => ({
      en: `${d.employeeId} does not serve here on ${d.on}: the service ended on ${d.separatedOn}. Choose an earlier day, or correct the separation.`,
      id: `${d.employeeId} tidak bekerja di sini pada ${d.on}: masa kerjanya berakhir pada ${d.separatedOn}. Pilih hari sebelumnya, atau perbaiki pencatatan pemberhentiannya.`,
    }),
    ownSuperior: (d: { employeeId: string }) => ({
      en: `${d.employeeId} cannot be the superior of himself or herself. Name the direct superior, or leave superiorId out where there is none.`,
      id: `${d.employeeId} tidak dapat menjadi atasan bagi dirinya sendiri. Sebutkan atasan langsungnya, atau kosongkan superiorId bila tidak ada.`,
    }),
    circularSuperior: (d: { employeeId: string; superiorId: string; on: string }) => ({
      en: `On ${d.on} ${d.superiorId} stands under ${d.employeeId}, directly or through others, and cannot be above as well. Name another superior, or place ${d.superiorId} elsewhere first.`,
      id: `Pada ${d.on} ${d.superiorId} berada di bawah ${d.employeeId}, langsung maupun melalui orang lain, sehingga tidak dapat sekaligus menjadi atasannya. Sebutkan atasan lain, atau tempatkan ${d.superiorId} di tempat lain dahulu.`,
    }),
  },
});

/** Those above a person on a day, from a direct superior upwards, as a fact. */
export function superiorsFrom(superiorId: SubjectId, on: LocalDate): FactRequest<readonly SubjectId[]> {
  return fact(async (reader) => {
    const above: SubjectId[] = [];
    let next: SubjectId | undefined = superiorId;
    while (next !== undefined && !above.includes(next)) {
      above.push(next);
      next = placementOn(await employeeState.at(next).load(reader), on)?.superiorId;
    }
    return above;
  });
}

/** Refuses a PPPK without a contract, and a PNS with one (R37). */
export function contractFits(kind: EmploymentKind, contract: Period | undefined): Rejection | undefined {
  if (kind === 'pns') return contract === undefined ? undefined : R37.refuse('contractNotExpected', { kind });
  return contract === undefined ? R37.refuse('contractMissing', { kind }) : undefined;
}

/** Refuses what supposes that a person serves on a day on which he no longer does (R37). */
export function serving(employeeId: string, employee: Employee, on: LocalDate): Rejection | undefined {
  if (employee.status === 'none' || employee.separatedOn === undefined || servesOn(employee, on)) return undefined;
  return R37.refuse('notServing', { employeeId, on, separatedOn: employee.separatedOn });
}

/** Refuses to name somebody who is not registered, or does not serve on that day (G02). */
export function inService(subjectId: string, employee: Employee, on: LocalDate): Rejection | undefined {
  return servesOn(employee, on) ? undefined : G02.refuse('notServing', { subjectId, on });
}
