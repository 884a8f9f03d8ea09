// The code of docs/extending.md: an agency's own room, with its own rule and its own view.
// #region event

import { Maker, SubjectId, Year } from '@pembinaan/core';
import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';

export const IntegrityPactSigned = event(
  'IntegrityPactSigned',
  z.strictObject({
    year: Year,
    medium: z.enum(['paper', 'electronic']),
    witnessedBy: Maker,
  }),
).describe({
  en: 'A civil servant signs the integrity pact of a year before a witness.',
  id: 'Seorang ASN menandatangani pakta integritas satu tahun di hadapan saksi.',
});
// #endregion event

// #region version
export const IntegrityPactSignedSince2027 = IntegrityPactSigned.next(
  z.strictObject({ ...IntegrityPactSigned.schema.shape, public: z.boolean() }),
  (v1) => ({ ...v1, public: false }),
);

// #endregion version

// #region state
import { stream } from '@pembinaan/event-sourcing';

export interface IntegrityPacts {
  readonly years: readonly number[];
}

export const integrityPactState = stream('integrityPact', {
  events: [IntegrityPactSigned],
  initial: (): IntegrityPacts => ({ years: [] }),
}).evolve({
  IntegrityPactSigned: (pacts, { data }) => ({ years: [...pacts.years, data.year] }),
});

// #endregion state

// #region rule
import { rule } from '@pembinaan/event-sourcing';

export const SLM1 = rule('SLM1', {
  text: {
    en: 'The integrity pact is signed once a year.',
    id: 'Pakta integritas ditandatangani satu kali setahun.',
  },
  refusals: {
    signedAlready: (d: { year: number }) => ({
      en: `The pact of ${d.year} is signed already. Sign the next one in ${d.year + 1}.`,
      id: `Pakta integritas ${d.year} sudah ditandatangani. Tandatangani yang berikutnya pada ${d.year + 1}.`,
    }),
  },
});

// #endregion rule

// #region decider
import { authorised, beneficiary, employeeState, G02, independentOf, makerOf, standing } from '@pembinaan/core';
import { command, decider } from '@pembinaan/event-sourcing';

export const SignIntegrityPact = command('SignIntegrityPact', IntegrityPactSigned.schema.omit({ witnessedBy: true }));

export const integrityPact = decider(integrityPactState, { commands: [SignIntegrityPact] })
  .facts({
    SignIntegrityPact: (_, issued) => ({ ...standing(issued), employee: employeeState.at(issued.streamId) }),
  })
  .decide({
    SignIntegrityPact: (pacts, issued, { policy, authority, employee }) => {
      const { year } = issued.data;
      if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: issued.streamId });
      if (pacts.years.includes(year)) return SLM1.refuse('signedAlready', { year });
      return (
        authorised(issued, authority, ['opd', 'pyb'], policy.on) ??
        independentOf(issued, [beneficiary(SubjectId.parse(issued.streamId))]) ?? [
          IntegrityPactSigned({ ...issued.data, witnessedBy: makerOf(issued) }),
        ]
      );
    },
  });

// #endregion decider

// #region projection
import { idOf, projection } from '@pembinaan/event-sourcing';

export const integrityPacts = projection({
  name: 'integrity-pacts',
  version: 1,
  events: [IntegrityPactSigned],
  initial: (): { paper: number; electronic: number } => ({ paper: 0, electronic: 0 }),
  key: (event) => idOf(event.stream),
  on: {
    IntegrityPactSigned: (row, { data }) => {
      row[data.medium]++;
      return row;
    },
  },
});
// #endregion projection
