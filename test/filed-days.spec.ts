import * as competencyHistory from '@pembinaan/competency-history';
import { catalogue, ownDay } from '@pembinaan/core';
import type { EventFiles, Projection } from '@pembinaan/event-sourcing';
import { arbitraryOf } from '@pembinaan/event-sourcing/testing';
import * as programEffectiveness from '@pembinaan/program-effectiveness';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Sample data of every event, from its schema. */
const samples = catalogue.map(({ type, versions }) => {
  const schema = versions.at(-1)?.schema;
  if (schema === undefined) throw new Error(`${type} has no version.`);
  const [data] = fc.sample(arbitraryOf(schema), { seed: 7, numRuns: 1 });
  return { type, data };
});

describe('the day that an event bears', () => {
  it('is its own where it tells one, and changes nothing where it only says what something is', () => {
    const told = samples.map((event) => [event.type, ownDay(event)] as const);
    expect(told.filter(([, day]) => day === 'always').map(([type]) => type)).toEqual([
      'PolicyVersionAdopted',
      'EmployeeRegistered',
      'EmployeePlaced',
      'CompetencyStandardEstablished',
      'HcdpEstablished',
      'ProgramDesigned',
      'CertificateRevoked',
      'JpClaimRejected',
    ]);
    const dated = told.filter(([, day]) => /^\d{4}-\d{2}-\d{2}$/.test(day)).map(([type]) => type);
    expect(dated).toHaveLength(26);
    // Others name days too: of a decree, from which something holds, of sessions to come. They count always, or when they happened.
    const saying = samples.filter(({ data }) => hasDay(data)).map(({ type }) => type);
    expect(saying.filter((type) => !dated.includes(type))).toMatchInlineSnapshot(`
      [
        "AuthorityGranted",
        "AuthorityEnded",
        "PolicyVersionAdopted",
        "EmployeePlaced",
        "CompetencyStandardEstablished",
        "NeedsCycleOpened",
        "HcdpEstablished",
        "DevelopmentPlanEstablished",
        "DevelopmentPlanRevised",
        "BudgetCeilingSet",
        "BatchScheduled",
        "DataSubjectRequestDecided",
        "SubjectKeyDestroyed",
      ]
    `);
  });
});

function hasDay(data: unknown): boolean {
  return /"(on|date|day|[a-z]+On)":"\d{4}-/.test(JSON.stringify(data));
}

describe.each([
  ['competency-history', competencyHistory],
  ['program-effectiveness', programEffectiveness],
])('the files of %s', (_, exported) => {
  const files = Object.values(exported).filter(isFiles);

  it('keep of each event what tells its day', async () => {
    expect(files.length).toBeGreaterThan(1);
    for (const each of files) {
      for (const { type } of each.events) {
        const sample = samples.find((event) => event.type === type);
        if (sample === undefined) throw new Error(`${type} is no event of the domain.`);
        const filed = [type, 0, '0', '', '', '', null, ...fieldsOf(each, type, sample.data)] as never;
        expect([type, ownDay(each.entry(filed) as never)]).toEqual([type, ownDay(sample)]);
      }
    }
  });
});

type AnyFiles = Projection<unknown> & Pick<EventFiles<never, never>, 'kept' | 'entry'>;

function isFiles(exported: unknown): exported is AnyFiles {
  return typeof exported === 'object' && exported !== null && 'kept' in exported && 'entry' in exported;
}

function fieldsOf({ kept }: AnyFiles, type: string, data: unknown): readonly unknown[] {
  const fields = (kept as Readonly<Record<string, readonly string[]>>)[type] ?? [];
  return fields.map((field) => (data as Readonly<Record<string, unknown>>)[field] ?? null);
}
