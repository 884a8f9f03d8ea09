import { describe, expect, it } from 'vitest';
import { cultureView } from '../../src/index.js';
import { ask, type Line, placed, pns, policy, rated } from '../fixtures.js';

const ON = '2026-12-31';
/** So many people of the desk, each rated by another colleague. */
const ratings = (n: number, raters: number, value = 'akuntabel'): readonly Line[] =>
  Array.from({ length: n }, (_, index) => [
    ...pns(`p${index}`, 'loket'),
    rated(`p${index}`, 'b1', `r${index % raters}`, 'peer', '2026-05-01', { [value]: 3 + (index % 2) }),
  ]).flat();

describe('CultureView', () => {
  it('means the ratings of each value of BerAKHLAK by unit and year', async () => {
    // 3, 4, 3, 4, 3 make 3.4.
    expect(await ask(cultureView, [policy(), ...ratings(5, 5)], ON)).toEqual([
      { unitId: 'loket', year: 2026, value: 'akuntabel', people: 5, raters: 5, mean: 340, notShown: null },
    ]);
  });

  it('shows no mean of fewer people than the policy allows, nor of fewer raters', async () => {
    expect(await ask(cultureView, [policy(), ...ratings(4, 4)], ON)).toMatchObject([
      { people: 4, mean: null, notShown: 'tooFew' },
    ]);
    expect(await ask(cultureView, [policy(), ...ratings(9, 4)], ON)).toMatchObject([
      { people: 9, raters: 4, mean: null, notShown: 'tooFew' },
    ]);
  });

  it('protects peers and subordinates apart from the superiors, whose part could be taken off', async () => {
    const superiors = Array.from({ length: 5 }, (_, index) => [
      ...pns(`p${index}`, 'loket'),
      rated(`p${index}`, 'b1', `s${index}`, 'superior', '2026-05-01', { akuntabel: 3 }),
    ]).flat();
    expect(await ask(cultureView, [policy(), ...superiors], ON)).toMatchObject([{ raters: 5, mean: 300 }]);
    const peer = rated('p0', 'b1', 'r', 'peer', '2026-05-02', { akuntabel: 1 });
    expect(await ask(cultureView, [policy(), ...superiors, peer], ON)).toMatchObject([
      { raters: 6, mean: null, notShown: 'tooFew' },
    ]);
  });

  it('shows nothing without a policy', async () => {
    expect(await ask(cultureView, ratings(5, 5), ON)).toMatchObject([{ mean: null, notShown: 'noPolicy' }]);
  });

  it('knows no competencies, only the seven values, in their order', async () => {
    const lines = [
      policy(),
      ...pns('a', 'loket'),
      rated('a', 'b1', 'r', 'peer', '2026-05-01', { M01: 5, kolaboratif: 4, berorientasiPelayanan: 3 }),
    ];
    expect((await ask(cultureView, lines, ON)).map(({ value }) => value)).toEqual([
      'berorientasiPelayanan',
      'kolaboratif',
    ]);
  });

  it('leaves out what people think of themselves, and what was rated later', async () => {
    const self = rated('p0', 'b2', 'p0', 'self', '2026-05-01', { akuntabel: 5 });
    const later = rated('p0', 'b3', 'r9', 'peer', '2027-01-01', { akuntabel: 5 });
    expect(await ask(cultureView, [policy(), ...ratings(5, 5), self, later], ON)).toMatchObject([
      { people: 5, raters: 5, mean: 340 },
    ]);
  });

  it('counts a rating from its day on', async () => {
    expect(await ask(cultureView, [policy(), ...ratings(5, 5)], '2026-04-30')).toEqual([]);
    expect(await ask(cultureView, [policy(), ...ratings(5, 5)], '2026-05-01')).toMatchObject([{ people: 5 }]);
  });

  it('counts people where they were when they were rated', async () => {
    const moved = placed('p0', 'arsip', { from: '2026-06-01' });
    expect(await ask(cultureView, [policy(), ...ratings(5, 5), moved], ON)).toMatchObject([
      { unitId: 'loket', people: 5 },
    ]);
  });
});
