import {
  AnswerPublicReport,
  ClosePublicReport,
  ForwardPublicReport,
  HoldPublicForum,
  ReceivePublicReport,
  RecordPublicInput,
} from '@pembinaan/core';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** A forum with the public, and what was said there. */
export interface ForumStory extends DataOf<'HoldPublicForum'> {
  readonly forumId: string;
  readonly inputs: readonly DataOf<'RecordPublicInput'>[];
}

/** A forum is held, and the public desk records the inputs without their authors. */
export async function holdForum(
  stage: Stage,
  office: Office,
  { forumId, inputs, ...forum }: ForumStory,
): Promise<void> {
  const desk = office.as(office.who.publicDesk);
  stage.on(forum.date, '13:00');
  await desk.does(forumId, HoldPublicForum(forum));
  for (const input of inputs) await desk.does(forumId, RecordPublicInput(input));
}

/** The public desk receives a report; of the reporter nothing is kept. */
export async function receiveReport(
  stage: Stage,
  office: Office,
  reportId: string,
  report: DataOf<'ReceivePublicReport'>,
): Promise<void> {
  stage.on(report.receivedOn);
  await office.as(office.who.publicDesk).does(reportId, ReceivePublicReport(report));
}

/** The public desk verifies a report and hands it to the unit that answers. */
export async function verifyReport(
  stage: Stage,
  office: Office,
  on: string,
  reportId: string,
  toUnitId: string,
): Promise<void> {
  stage.on(on);
  await office.as(office.who.publicDesk).does(reportId, ForwardPublicReport({ action: 'verified', toUnitId, on }));
}

/** Somebody of the unit answers a report. */
export async function answerReport(
  stage: Stage,
  office: Office,
  on: string,
  reportId: string,
  subjectId: string,
): Promise<void> {
  stage.on(on);
  await office.as(subjectId).does(reportId, AnswerPublicReport({ on }));
}

/** The public desk closes a report, with what the reporter said of the answer, and the development need to which it led. */
export async function closeReport(
  stage: Stage,
  office: Office,
  reportId: string,
  closing: DataOf<'ClosePublicReport'>,
): Promise<void> {
  stage.on(closing.on);
  await office.as(office.who.publicDesk).does(reportId, ClosePublicReport(closing));
}
