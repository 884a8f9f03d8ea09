import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import { makerOf, subjectsOf } from '../../values/acts.js';
import type { SubjectId } from '../../values/ids.js';

export const R29 = rule('R29', {
  text: {
    en: 'The involvement of a leader is recorded by somebody else than the leader, with evidence, under the leader and the year of its day.',
    id: 'Keterlibatan pimpinan dicatat oleh orang selain pimpinan itu, dengan bukti, pada catatan pimpinan dan tahun kejadiannya.',
  },
  refusals: {
    ownRecord: (d: { leaderId: string }) => ({
      en: `${d.leaderId} is the leader whom the record is about, and takes part in making it, directly or through an operator. Let somebody else record it.`,
      id: `${d.leaderId} adalah pimpinan yang dicatat dan ikut membuat catatannya, langsung atau melalui operator. Mintalah orang lain mencatatnya.`,
    }),
    wrongStream: (d: { leadershipId: string; expected: string }) => ({
      en: `The involvement belongs to ${d.expected}, by the leader and the year of its day, not to ${d.leadershipId}. Send the command to ${d.expected}.`,
      id: `Keterlibatan ini masuk ke ${d.expected}, menurut pimpinan dan tahun kejadiannya, bukan ke ${d.leadershipId}. Kirim perintah ke ${d.expected}.`,
    }),
  },
});

/** Refuses a record in which the leader himself has a hand, as maker or as operator (R29). */
export function recordedByAnother(command: IssuedCommand, leaderId: SubjectId): Rejection | undefined {
  return subjectsOf(makerOf(command)).includes(leaderId) ? R29.refuse('ownRecord', { leaderId }) : undefined;
}
