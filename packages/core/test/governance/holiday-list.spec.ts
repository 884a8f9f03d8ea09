import { describe, expect, it } from 'vitest';
import { holidayList, PolicyFigures } from '../../src/governance/policy/index.js';

const listOf = (text: string) => {
  const read = holidayList(text);
  return read.ok ? read.value : undefined;
};
const problemsOf = (text: string) => {
  const read = holidayList(text);
  return read.ok ? [] : read.problems.map(({ line, code }) => [line, code]);
};

describe('a list of holidays', () => {
  it('is read into the value of the figure, in the order of the days', () =>
    expect(listOf('2026-12-25,Hari Raya Natal\n2026-01-01,Tahun Baru Masehi')).toEqual({
      years: [2026],
      days: [
        { date: '2026-01-01', name: 'Tahun Baru Masehi' },
        { date: '2026-12-25', name: 'Hari Raya Natal' },
      ],
    }));

  it('fits the figure of the policy', () => {
    const value = listOf('2026-01-01,Tahun Baru Masehi');
    const figure = { value, basis: 'SKB 3 Menteri 2026', certainty: 'agency' };
    expect(PolicyFigures.shape.holidays.parse(figure)).toEqual(figure);
  });

  it('takes semicolons, spaces, comments, blank lines, CRLF and the mark of a spreadsheet', () =>
    expect(
      listOf('\uFEFF# SKB 3 Menteri\r\n\r\n 2026-01-01 ; Tahun Baru Masehi \r\n   \r\n2026-03-20,Cuti bersama\r\n'),
    ).toEqual({
      years: [2026],
      days: [
        { date: '2026-01-01', name: 'Tahun Baru Masehi' },
        { date: '2026-03-20', name: 'Cuti bersama' },
      ],
    }));

  it('keeps a comma in a name, with or without quotation marks', () =>
    expect(listOf('2026-03-21,Idulfitri, hari pertama\n2026-03-22,"Idulfitri, hari ""kedua"""')?.days).toEqual([
      { date: '2026-03-21', name: 'Idulfitri, hari pertama' },
      { date: '2026-03-22', name: 'Idulfitri, hari "kedua"' },
    ]));

  it('splits at the first separator, whichever it is', () => {
    expect(listOf('2026-01-01;Tahun, Baru')?.days).toEqual([{ date: '2026-01-01', name: 'Tahun, Baru' }]);
    expect(listOf('2026-01-01,Tahun; Baru')?.days).toEqual([{ date: '2026-01-01', name: 'Tahun; Baru' }]);
  });

  it('names each year of which it has a day once, in their order', () =>
    expect(listOf('2027-01-01,A\n2026-01-01,B\n2026-12-25,C')?.years).toEqual([2026, 2027]));

  it('takes two holidays on one day', () =>
    expect(listOf('2026-05-14,Kenaikan\n2026-05-14,Cuti bersama')?.days).toHaveLength(2));

  it('takes 29 February of a leap year', () => expect(listOf('2028-02-29,Libur daerah')?.years).toEqual([2028]));

  it('of nothing has no days', () => expect(listOf('# nothing yet\n')).toEqual({ years: [], days: [] }));

  it.each([
    ['neither comma nor semicolon', '2026-01-01 Tahun Baru', 'separator'],
    ['a day that does not exist', '2026-02-29,Libur', 'date'],
    ['a day written another way', '01/01/2026,Tahun Baru', 'date'],
    ['a year beyond all years', '1900-01-01,Libur', 'date'],
    ['a heading', 'tanggal,nama', 'date'],
    ['no name', '2026-01-01, ', 'name'],
    ['an empty name in quotation marks', '2026-01-01,""', 'name'],
    ['a name that is too long', `2026-01-01,${'a'.repeat(201)}`, 'name'],
  ])('with %s is refused', (_, line, code) => expect(problemsOf(line)).toEqual([[1, code]]));

  it('takes a name of 200 characters', () => expect(listOf(`2026-01-01,${'a'.repeat(200)}`)?.days).toHaveLength(1));

  it('is refused where it holds a line twice', () =>
    expect(problemsOf('2026-01-01,Tahun Baru\n2026-01-01,Tahun Baru')).toEqual([[2, 'twice']]));

  it('tells all its problems at once, each with its line in the file, in both languages', () => {
    const read = holidayList('# SKB\r\n2026-01-01,Tahun Baru\r\n\r\n2026-13-01,X\r\n2026-01-01;\r\n2026');
    if (read.ok) expect.fail('it was accepted');
    expect(read.problems.map(({ line, code }) => [line, code])).toEqual([
      [4, 'date'],
      [5, 'name'],
      [6, 'separator'],
    ]);
    for (const { message } of read.problems) {
      expect(message.en).toMatch(/\.$/);
      expect(message.id).toMatch(/\.$/);
    }
  });
});
