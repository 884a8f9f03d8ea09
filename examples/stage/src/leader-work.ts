import { LocalDate, leadershipId, RecordLeadershipInvolvement, SubjectId, yearOf } from '@pembinaan/core';
import { documentHash } from './documents.js';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** What a leader did, as the secretary saw it. */
export type LeaderAct = Pick<DataOf<'RecordLeadershipInvolvement'>, 'leaderId' | 'role' | 'date'> &
  Partial<Pick<DataOf<'RecordLeadershipInvolvement'>, 'programId' | 'unitId' | 'topicCodes'>>;

/** The secretary records what a leader did, with a document as evidence (R29). Returns the id of the involvement. */
export async function recordLeader(stage: Stage, office: Office, on: string, act: LeaderAct): Promise<string> {
  const { leaderId, role, date } = act;
  const involvementId = `${leaderId}-${role}-${date}`;
  stage.on(on);
  await office.as(office.who.secretary).does(
    leadershipId(SubjectId.parse(leaderId), yearOf(LocalDate.parse(date))),
    RecordLeadershipInvolvement({
      topicCodes: [],
      ...act,
      involvementId,
      evidenceHash: documentHash(`berita acara ${involvementId}`),
    }),
  );
  return involvementId;
}
