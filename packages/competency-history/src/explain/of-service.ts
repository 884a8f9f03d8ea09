import type { EmploymentKind } from '@pembinaan/core';
import { servingOn } from '../records/service-records.js';
import type { Step } from './explanation.js';
import { entriesOf, type Facts, stands } from './facts.js';
import { eventStep, missingStep, notStanding, replacedBy } from './steps.js';
import { employmentKinds } from './words.js';

/** As what a person is registered here, which says whether a minimum or a ceiling holds. */
export function registrationSteps(facts: Facts): readonly Step[] {
  const registered = entriesOf(facts, 'EmployeeRegistered');
  const current = registered.findLast((entry) => stands(entry, facts));
  const steps: readonly Step[] = registered.map((entry) => {
    const { kind, contract } = entry.data;
    const term =
      contract === undefined
        ? { en: '', id: '' }
        : {
            en: `, with a contract from ${contract.from} to ${contract.to}`,
            id: `, dengan kontrak ${contract.from} sampai ${contract.to}`,
          };
    const tells = {
      en: `Registered as ${employmentKinds[kind].en}${term.en}; ${limitOf(kind).en}`,
      id: `Terdaftar sebagai ${employmentKinds[kind].id}${term.id}; ${limitOf(kind).id}`,
    };
    return eventStep(entry, tells, entry === current ? undefined : (notStanding(entry, facts) ?? replacedBy(current)));
  });
  if (current !== undefined) return steps;
  return [
    ...steps,
    missingStep(
      'registration',
      `${facts.employeeId} is not registered here, so that neither a minimum nor a ceiling of JP can be told.`,
      `${facts.employeeId} belum terdaftar, sehingga minimum maupun batas atas JP tidak dapat ditentukan.`,
    ),
  ];
}

function limitOf(kind: EmploymentKind) {
  return kind === 'pns'
    ? { en: 'a PNS has a minimum in the calendar year', id: 'PNS memiliki minimum per tahun kalender' }
    : {
        en: 'a PPPK has no minimum, but a ceiling of what may be assigned in the contract year',
        id: 'PPPK tidak memiliki minimum, tetapi memiliki batas atas penugasan dalam tahun kontrak',
      };
}

/** Told of who does not serve on the day, whom the lists leave out; nothing for who does. */
export function notServingSteps(facts: Facts): readonly Step[] {
  const { employeeId, on, service } = facts;
  if (service !== undefined && servingOn(new Map([[employeeId, service]]), on).length > 0) return [];
  const separation = entriesOf(facts, 'EmployeeSeparated').findLast((entry) => stands(entry, facts));
  if (separation === undefined) {
    return [
      missingStep(
        'service',
        `${employeeId} is not known to serve here on ${on}; lists of those who serve leave this person out.`,
        `${employeeId} tidak tercatat aktif bekerja pada ${on}; daftar pegawai aktif tidak memuatnya.`,
      ),
    ];
  }
  const day = separation.data.on;
  return [
    eventStep(
      separation,
      { en: `Serves here no longer from ${day} on`, id: `Tidak lagi aktif bekerja mulai ${day}` },
      {
        reason: 'changesNothing',
        why: {
          en: 'what was earned stays known, but lists of those who serve leave this person out',
          id: 'yang pernah diperoleh tetap tercatat, tetapi daftar pegawai aktif tidak memuatnya',
        },
      },
    ),
  ];
}
