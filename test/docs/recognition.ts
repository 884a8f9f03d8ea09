// The code of docs/extending.md: an agency's own room, with its own rule and its own view.
// #region event

import { Maker, SubjectId } from '@pembinaan/core';
import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';

export const RecognitionGranted = event(
  'RecognitionGranted',
  z.strictObject({
    kind: z.enum(['letter', 'award']),
    /** What it is for: the id of an evaluation or an idea. */
    basis: z.string().min(1),
    grantedBy: Maker,
  }),
).describe({
  en: 'A civil servant is recognised for something.',
  id: 'Seorang ASN memperoleh penghargaan atas sesuatu.',
});
// #endregion event

// #region version
export const RecognitionGrantedSince2027 = RecognitionGranted.next(
  z.strictObject({ ...RecognitionGranted.schema.shape, public: z.boolean() }),
  (v1) => ({ ...v1, public: false }),
);

// #endregion version

// #region state
import { stream } from '@pembinaan/event-sourcing';

export interface Recognitions {
  readonly bases: readonly string[];
}

export const recognitionState = stream('recognition', {
  events: [RecognitionGranted],
  initial: (): Recognitions => ({ bases: [] }),
}).evolve({
  RecognitionGranted: (recognitions, { data }) => ({ bases: [...recognitions.bases, data.basis] }),
});

// #endregion state

// #region rule
import { rule } from '@pembinaan/event-sourcing';

export const SLM1 = rule('SLM1', {
  text: {
    en: 'A civil servant is recognised once for one thing.',
    id: 'Seorang ASN memperoleh penghargaan satu kali untuk satu hal.',
  },
  refusals: {
    alreadyRecognised: (d: { basis: string }) => ({
      en: `There is a recognition for ${d.basis} already. Name another basis.`,
      id: `Sudah ada penghargaan untuk ${d.basis}. Sebutkan dasar yang lain.`,
    }),
  },
});

// #endregion rule

// #region decider
import { authorised, beneficiary, employeeState, G02, independentOf, makerOf, standing } from '@pembinaan/core';
import { command, decider } from '@pembinaan/event-sourcing';

export const GrantRecognition = command('GrantRecognition', RecognitionGranted.schema.omit({ grantedBy: true }));

export const recognition = decider(recognitionState, { commands: [GrantRecognition] })
  .facts({
    GrantRecognition: (_, issued) => ({ ...standing(issued), employee: employeeState.at(issued.streamId) }),
  })
  .decide({
    GrantRecognition: (recognitions, issued, { policy, authority, employee }) => {
      const { basis } = issued.data;
      if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: issued.streamId });
      if (recognitions.bases.includes(basis)) return SLM1.refuse('alreadyRecognised', { basis });
      return (
        authorised(issued, authority, ['ppk', 'pyb'], policy.on) ??
        independentOf(issued, [beneficiary(SubjectId.parse(issued.streamId))]) ?? [
          RecognitionGranted({ ...issued.data, grantedBy: makerOf(issued) }),
        ]
      );
    },
  });

// #endregion decider

// #region projection
import { idOf, projection } from '@pembinaan/event-sourcing';

export const roleModels = projection({
  name: 'role-models',
  version: 1,
  events: [RecognitionGranted],
  initial: (): { letters: number; awards: number } => ({ letters: 0, awards: 0 }),
  key: (event) => idOf(event.stream),
  on: {
    RecognitionGranted: (row, { data }) => {
      if (data.kind === 'award') row.awards++;
      else row.letters++;
      return row;
    },
  },
});
// #endregion projection
