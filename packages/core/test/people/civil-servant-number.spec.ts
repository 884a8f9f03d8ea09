import { describe, expect, it } from 'vitest';
import { kindDisagreement, parseCivilServantNumber } from '../../src/people/civil-servant-number.js';

// All numbers here are invented (domain.md 1.12).
const numberOf = (text: string) => {
  const read = parseCivilServantNumber(text);
  return read.ok ? read.number : undefined;
};
const problemsOf = (text: string) => {
  const read = parseCivilServantNumber(text);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

describe('a civil-servant number', () => {
  it('is an NIP with the month of the appointment', () =>
    expect(numberOf('199001012015031001')).toEqual({
      kind: 'nip',
      birthDate: '1990-01-01',
      appointedIn: '2015-03',
      sex: 'male',
      serial: '001',
    }));

  it('is a NI PPPK with the year of the appointment and a code', () =>
    expect(numberOf('199001012024211001')).toEqual({
      kind: 'niPppk',
      birthDate: '1990-01-01',
      appointedInYear: '2024',
      contractCode: '21',
      sex: 'male',
      serial: '001',
    }));

  it('is a NI PPPK of a part-timer, by its code', () =>
    expect(numberOf('199001012025242001')).toEqual({
      kind: 'niPppk',
      birthDate: '1990-01-01',
      appointedInYear: '2025',
      contractCode: '24',
      sex: 'female',
      serial: '001',
    }));

  it.each([
    ['01', 'nip'],
    ['12', 'nip'],
    ['21', 'niPppk'],
    ['99', 'niPppk'],
    ['00', 'ambiguous'],
    ['13', 'ambiguous'],
    ['20', 'ambiguous'],
  ])('with %s after the year is told as %s', (digits, kind) =>
    expect(numberOf(`199001012024${digits}1001`)?.kind).toBe(kind),
  );

  it('keeps both digits where the kind cannot be told', () =>
    expect(numberOf('199001012024131001')).toMatchObject({ kind: 'ambiguous', appointedInYear: '2024', digits: '13' }));

  it('accepts 29 February of a leap year', () => {
    expect(problemsOf('200002292020031001')).toEqual([]);
    expect(problemsOf('199602292020031001')).toEqual([]);
  });

  it.each([
    ['29 February of another year', '199902292020031001'],
    ['29 February of a hundredth year', '190002291920031001'],
    ['31 April', '199004312015031001'],
    ['a thirteenth month', '199013012015031001'],
    ['a month zero', '199000012015031001'],
    ['a day zero', '199001002015031001'],
  ])('is refused with %s as birth date', (_, text) => expect(problemsOf(text)).toEqual(['birthDate']));

  it.each(['0', '3', '9'])('is refused with %s for the sex', (digit) =>
    expect(problemsOf(`19900101201503${digit}001`)).toEqual(['sex']),
  );

  it.each([
    ['no digit', ''],
    ['17 digits', '19900101201503100'],
    ['19 digits', '1990010120150310011'],
  ])('is refused with %s', (_, text) => expect(problemsOf(text)).toEqual(['length']));

  it.each([
    ['a letter', '19900101201503100O'],
    ['spaces between its parts', '19900101 201503 1 001'],
    ['a space at its end', '199001012015031001 '],
    ['digits of another script', '١٩٩٠٠١٠١٢٠١٥٠٣١٠٠١'],
    ['a sign', '-99001012015031001'],
    ['a line break at its end', '199001012015031001\n'],
  ])('is refused with %s', (_, text) => expect(problemsOf(text)).toEqual(['notDigits']));

  it('is refused as NIP when the appointment lies one month before the age of 16', () => {
    expect(problemsOf('199003012006021001')).toEqual(['tooYoung']);
    expect(problemsOf('199003022006031001')).toEqual(['tooYoung']);
  });

  it('is accepted as NIP when the appointment lies on the sixteenth birthday', () =>
    expect(problemsOf('199003012006031001')).toEqual([]));

  it('is refused as NI PPPK when the year of the appointment lies before the sixteenth birthday', () =>
    expect(problemsOf('199003012005211001')).toEqual(['tooYoung']));

  it('is accepted as NI PPPK in the year of the sixteenth birthday', () =>
    expect(problemsOf('199012312006211001')).toEqual([]));

  it('of somebody born on 29 February counts the sixteenth birthday in its own month', () => {
    expect(problemsOf('200002292016021001')).toEqual(['tooYoung']);
    expect(problemsOf('200002292016031001')).toEqual([]);
  });

  it('has no check digit: each of the thousand serials is as good as another', () => {
    for (let serial = 0; serial < 1000; serial++) {
      expect(problemsOf(`199001012015031${String(serial).padStart(3, '0')}`)).toEqual([]);
    }
  });

  it('tells all its problems at once', () => expect(problemsOf('199002302015033001')).toEqual(['birthDate', 'sex']));

  it('says in both languages what to do, and never repeats the number', () => {
    for (const text of ['abc', '19900101', '199002302015033001', '199003012005211001']) {
      const read = parseCivilServantNumber(text);
      if (read.ok) expect.fail('it was accepted');
      for (const { message } of read.problems) {
        expect(message.en).not.toBe('');
        expect(message.id).not.toBe('');
      }
      expect(JSON.stringify(read)).not.toContain(text);
    }
  });
});

describe('a number that disagrees with the employment that was declared', () => {
  const warningOf = (text: string, declared: 'pns' | 'pppk' | 'pppkPartTime') => {
    const number = numberOf(text);
    if (number === undefined) expect.fail(`${text} was refused`);
    return kindDisagreement(number, declared);
  };
  const NIP = '199001012015031001';
  const NI_PPPK = '199001012024211001';
  const NI_PART_TIME = '199001012025242001';
  const UNKNOWN_CODE = '199001012024131001';

  it.each([
    ['a NI PPPK', NI_PPPK],
    ['the number of a part-timer', NI_PART_TIME],
    ['two digits that are no month', UNKNOWN_CODE],
    ['two zeros', '199001012024001001'],
  ])('is told of a PNS with %s', (_, text) => expect(warningOf(text, 'pns')?.en).toContain('no month'));

  it.each(['pppk', 'pppkPartTime'] as const)('is told of a %s with an NIP', (declared) =>
    expect(warningOf(NIP, declared)?.en).toContain('are a month'),
  );

  it('is not told of a PNS with an NIP', () => expect(warningOf(NIP, 'pns')).toBeUndefined());

  it.each(['pppk', 'pppkPartTime'] as const)('is not told of a %s, whatever the code: it means nothing', (declared) => {
    for (const text of [NI_PPPK, NI_PART_TIME, UNKNOWN_CODE]) expect(warningOf(text, declared)).toBeUndefined();
  });

  it('is a warning in both languages, and never repeats the number', () => {
    for (const warning of [warningOf(NI_PPPK, 'pns'), warningOf(NIP, 'pppk')]) {
      expect(warning?.en).toMatch(/\. Check .+\.$/);
      expect(warning?.id).toMatch(/\. Periksa .+\.$/);
      expect(JSON.stringify(warning)).not.toMatch(/[0-9]{6}/);
    }
  });
});
