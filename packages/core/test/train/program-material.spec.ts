import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { partnerState } from '../../src/partners/partner/state.js';
import { ProgramCancelled, ProgramSuspended } from '../../src/revise/program-revision/events.js';
import { LearningMaterialPublished, PublishLearningMaterial, program } from '../../src/train/program/index.js';
import { noonOf, underPolicy } from '../governance/fixtures.js';
import { agreement, approved, designed, hashOf, material, materialPublished } from './fixtures.js';

type Wish = Partial<Parameters<typeof PublishLearningMaterial>[0]>;
const publish = (details: Wish = {}) => PublishLearningMaterial({ ...material, ...details });
const event = (version: number, details: Parameters<typeof materialPublished>[1] = {}) =>
  LearningMaterialPublished.of({
    ...material,
    version,
    publishedBy: { subjectId: 'subject-1' },
    ...details,
  });
const begun = (...published: readonly ReturnType<typeof materialPublished>[]) =>
  given(program, [designed(), approved, ...published]);

describe('PublishLearningMaterial', () => {
  it('publishes the first version of a material', () =>
    begun()
      .when(publish())
      .then([event(1)]));

  it('R15 counts the versions of each material by themselves', async () => {
    const sha256 = hashOf('9');
    const history = [materialPublished(1), materialPublished(2), materialPublished(1, { materialId: 'module-2' })];
    await begun(...history)
      .when(publish({ sha256 }))
      .then([event(3, { sha256 })]);
    await begun(...history)
      .when(publish({ sha256, materialId: 'module-2' }))
      .then([event(2, { sha256, materialId: 'module-2' })]);
    await begun(...history)
      .when(publish({ sha256, materialId: 'module-3' }))
      .then([event(1, { sha256, materialId: 'module-3' })]);
  });

  it('R15 leaves what was published as it was', () =>
    begun(materialPublished(1))
      .when(publish({ sha256: hashOf('9') }))
      .thenState((state) =>
        expect(state.status === 'approved' && state.materials.map(({ version, sha256 }) => [version, sha256])).toEqual([
          [1, hashOf('1')],
          [2, hashOf('9')],
        ]),
      ));

  it('R15 refuses the document of the latest version, and that of an older one', async () => {
    const twice = begun(materialPublished(1), materialPublished(2));
    const { rejection } = await twice.when(publish({ sha256: hashOf('1') })).thenRefused('R15', 'sameContent');
    expect(rejection.data).toEqual({ materialId: 'module-1', version: 1 });
    await twice.when(publish({ sha256: hashOf('2') })).thenRefused('R15', 'sameContent');
  });

  it('R15 accepts the document of another material', () =>
    begun(materialPublished(1))
      .when(publish({ materialId: 'module-2' }))
      .then([event(1, { materialId: 'module-2' })]));

  it('R15 refuses a new version of another kind', () =>
    begun(materialPublished(1))
      .when(publish({ kind: 'bestPractice', sha256: hashOf('9') }))
      .thenRefused('R15', 'otherKind'));

  it('R15 refuses material that could no longer be taught on the day before, and accepts its last day', async () => {
    const occurredAt = noonOf('2026-05-20');
    await begun()
      .when(publish({ validUntil: '2026-05-19' }), { occurredAt })
      .thenRefused('R15', 'expired');
    await begun()
      .when(publish({ validUntil: '2026-05-20' }), { occurredAt })
      .then([event(1, { validUntil: '2026-05-20' })]);
  });

  it.each([
    ['designed', [designed()]],
    [
      'suspended',
      [designed(), approved, ProgramSuspended.of({ reason: { code: 'review' }, suspendedBy: { subjectId: 'ppk-1' } })],
    ],
  ])('accepts material of a programme that is %s', async (_name, history) => {
    await given(program, history)
      .when(publish())
      .then([event(1)]);
  });

  it('G02 refuses material of a programme that was cancelled', () =>
    given(program, [
      designed(),
      approved,
      ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: [], cancelledBy: { subjectId: 'ppk-1' } }),
    ])
      .when(publish())
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses material of a programme that there is not', () =>
    given(program).when(publish()).thenRefused('G02', 'notFound'));

  describe('R16 and a co-author', () => {
    const together = publish({ coAuthorPartnerId: 'partner-1' });
    const today = { occurredAt: noonOf('2026-05-20') };
    const office = underPolicy(begun());

    it('refuses a co-author without an agreement', () =>
      office.when(together, today).thenRefused('R16', 'noAgreement'));

    it('refuses a co-author with an MoU alone', () =>
      office
        .and(partnerState, 'partner-1', [agreement('mou', '2026-01-01', '2026-12-31')])
        .when(together, today)
        .thenRefused('R16', 'mouOnly'));

    it.each([
      ['begins on the day after', '2026-05-21', '2026-12-31'],
      ['ended on the day before', '2026-01-01', '2026-05-19'],
    ])('refuses a PKS that %s', async (_name, from, to) => {
      await office
        .and(partnerState, 'partner-1', [agreement('pks', from, to)])
        .when(together, today)
        .thenRefused('R16', 'notWholePeriod');
    });

    it('accepts a PKS of that very day', () =>
      office
        .and(partnerState, 'partner-1', [agreement('pks', '2026-05-20', '2026-05-20')])
        .when(together, today)
        .then([event(1, { coAuthorPartnerId: 'partner-1' })]));
  });
});
