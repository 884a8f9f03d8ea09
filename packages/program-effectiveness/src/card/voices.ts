import type { LocalDate } from '@pembinaan/core';
import type { Told } from '../program/told.js';
import type { ProgramSurroundings } from '../surroundings/surroundings.js';
import type { ActionHistory, InputHistory, NeedHistory, ReportHistory } from '../surroundings/voice-history.js';

/** A report or an input of the public that led to the programme, and what became of it. Who said it is not known. */
export interface VoiceAccount {
  readonly source: 'report' | 'input';
  readonly id: string;
  /** The forum of an input. */
  readonly forumId: string | null;
  /** The day on which it was received, or the forum held. */
  readonly on: LocalDate | null;
  /** As SP4N-LAPOR! classifies a report; complaint, suggestion or praise at a forum. */
  readonly kind: string;
  readonly unitId: string;
  readonly service: string | null;
  readonly topicCodes: readonly string[];
  /** The needs to which it led, and how far they have come. */
  readonly needs: readonly { readonly needId: string; readonly status: NeedHistory['status'] }[];
  /** Of a report. */
  readonly answeredOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  /** Null where the reporter did not say. */
  readonly satisfied: boolean | null;
  /** Improvements of this programme that were assigned because of it. */
  readonly improvements: readonly ImprovementAccount[];
  readonly told: readonly Told[];
}

/** An improvement of the programme. */
export interface ImprovementAccount {
  readonly actionId: string;
  /** `input`, `complaint`, `finding` or `evaluation`. */
  readonly cause: string;
  readonly due: LocalDate;
  readonly done: boolean;
  readonly overdue: boolean;
  readonly told: readonly Told[];
}

/** The reports, then the inputs, each in the order of their days. */
export function voicesOf(surroundings: ProgramSurroundings, on: LocalDate): readonly VoiceAccount[] {
  const { reports, inputs } = surroundings;
  return [
    ...reports.map((report) => reportVoice(report, surroundings, on)).sort(inTime),
    ...inputs.map((input) => inputVoice(input, surroundings, on)).sort(inTime),
  ];
}

/** All improvements of the programme, whatever caused them, by the days on which they are due. */
export function improvementsOf({ actions }: ProgramSurroundings, on: LocalDate): readonly ImprovementAccount[] {
  return actions
    .map((action) => improvementOn(action, on))
    .sort((a, b) => (a.due === b.due ? (a.actionId < b.actionId ? -1 : 1) : a.due < b.due ? -1 : 1));
}

function reportVoice(report: ReportHistory, { needs, actions }: ProgramSurroundings, on: LocalDate): VoiceAccount {
  const { reportId, received, answered, closed } = report;
  const refs: readonly string[] = [reportId, received.externalRef];
  const isBehind = ({ needId, proposed: { origin } }: NeedHistory): boolean =>
    closed?.developmentNeedId === needId || (origin.kind === 'complaint' && refs.includes(origin.ref ?? ''));
  const own = actions.filter(({ assigned: { cause } }) => cause.kind === 'complaint' && cause.reportId === reportId);
  return {
    source: 'report',
    id: reportId,
    forumId: null,
    on: received.receivedOn,
    kind: received.classification,
    unitId: received.unitId,
    service: received.service ?? null,
    topicCodes: received.topicCodes,
    needs: needsThat(isBehind, needs),
    answeredOn: answered?.on ?? null,
    closedOn: closed?.on ?? null,
    satisfied: closed?.satisfied ?? null,
    improvements: own.map((action) => improvementOn(action, on)),
    told: [received, answered, closed].flatMap((fact) => fact?.told ?? []),
  };
}

function inputVoice(input: InputHistory, { needs, actions }: ProgramSurroundings, on: LocalDate): VoiceAccount {
  const { inputId, forumId, heldOn, kind, unitId, service, topicCodes, told } = input;
  const refs: readonly string[] = [inputId, `${forumId}/${inputId}`];
  const isBehind = ({ proposed: { origin } }: NeedHistory): boolean =>
    origin.kind === 'forum' && refs.includes(origin.ref ?? '');
  const own = actions.filter(
    ({ assigned: { cause } }) => cause.kind === 'input' && cause.inputId === inputId && cause.forumId === forumId,
  );
  return {
    source: 'input',
    id: inputId,
    forumId,
    on: heldOn,
    kind,
    unitId,
    service: service ?? null,
    topicCodes,
    needs: needsThat(isBehind, needs),
    answeredOn: null,
    closedOn: null,
    satisfied: null,
    improvements: own.map((action) => improvementOn(action, on)),
    told: [told],
  };
}

function needsThat(
  matches: (need: NeedHistory) => boolean,
  needs: ProgramSurroundings['needs'],
): VoiceAccount['needs'] {
  return [...needs.values()].filter(matches).map(({ needId, status }) => ({ needId, status }));
}

function improvementOn({ actionId, assigned, completed }: ActionHistory, on: LocalDate): ImprovementAccount {
  return {
    actionId,
    cause: assigned.cause.kind,
    due: assigned.due,
    done: completed !== null,
    overdue: completed === null && assigned.due < on,
    told: [assigned.told, ...(completed === null ? [] : [completed])],
  };
}

function inTime(a: VoiceAccount, b: VoiceAccount): number {
  const [x, y] = [`${a.on ?? ''}/${a.id}`, `${b.on ?? ''}/${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
