import type { PersonView, Source, TimelineEntry } from '@pembinaan/competency-history';
import { localDate } from '@pembinaan/core';
import { decimal } from './table-text.js';

/** Names an event by where it stands, such as `employee-xyz-asn-01@3`. */
export type NameOf = (eventId: string) => string;

type Lines = readonly string[];
type Teller = (person: PersonView, nameOf: NameOf) => Lines;

/** What the history says of a person, a line for each thing, each with the event that tells it; nothing where nothing is known. */
export function personLines(person: PersonView, nameOf: NameOf): Lines {
  return TELLERS.flatMap((teller) => teller(person, nameOf));
}

const TELLERS: readonly Teller[] = [
  kindLines,
  placementLines,
  standardLines,
  levelLines,
  correctedAssessmentLines,
  againstStandardLines,
  gapLines,
  needLines,
  jpLines,
  creditLines,
  trainingLines,
  certificateLines,
  workplaceLines,
  mentoringLines,
  claimLines,
  communityLines,
  behaviourLines,
  predicateLines,
  recognitionLines,
  correctionLines,
  timelineLines,
];

function kindLines({ kind, contract, separatedOn }: PersonView): Lines {
  return [
    `jenis: ${kind ?? '–'}${contract === null ? '' : `, kontrak ${days(contract.from, contract.to)}`}`,
    ...(separatedOn === null ? [] : [`berhenti: ${separatedOn}`]),
  ];
}

function placementLines({ placements }: PersonView): Lines {
  return placements.map(
    ({ from, position, positionKind, unitId, superiorId, source }) =>
      `jabatan: sejak ${from} ${position} (${positionKind}), unit ${unitId}, atasan ${superiorId ?? '–'} ${at(source)}`,
  );
}

function standardLines({ standards }: PersonView, nameOf: NameOf): Lines {
  return standards.map(({ standardId, version, from, until, items, events }) => {
    const required = items.map(({ competency, requiredLevel }) => `${competency} ${requiredLevel}`).join(', ');
    return `standar: ${standardId} v${version ?? '–'}, ${days(from, until)}: ${required} ${named(events, nameOf)}`;
  });
}

function levelLines({ levelHistory, selfLevelHistory, assessments }: PersonView, nameOf: NameOf): Lines {
  const told = (what: string, intervals: PersonView['levelHistory']): Lines =>
    intervals.map(({ competency, level, from, until, ended, by }) => {
      const behind = assessments.find(({ source }) => source.eventId === by.eventId);
      const rests = behind === undefined || behind.evidence.length === 0 ? '' : `, bukti ${behind.evidence.join(' ')}`;
      const why = `${by.method} ${by.assessedOn} oleh ${behind?.assessorId ?? '–'}${rests}`;
      return `${what} ${competency}: ${level ?? '–'}, ${days(from, until)}${until === null ? '' : ` (${ended})`}; ${why} ${named([by.eventId], nameOf)}`;
    });
  return [...told('level', levelHistory), ...told('level menurut sendiri', selfLevelHistory)];
}

function correctedAssessmentLines({ assessments }: PersonView, nameOf: NameOf): Lines {
  return assessments.flatMap(({ competency, level, assessedOn, correctedBy, source }) =>
    correctedBy === null
      ? []
      : [
          `asesmen yang dikoreksi: ${competency} ${level}, ${assessedOn} ${at(source)}, oleh ${named([correctedBy], nameOf)}`,
        ],
  );
}

function againstStandardLines({ levels }: PersonView): Lines {
  if (levels.length === 0) return [];
  const told = levels.map(({ competency, required, actual, gap, self }) => {
    const short = gap === null || gap === 0 ? '' : ` kurang ${gap}`;
    return `${competency} ${actual ?? '–'}/${required ?? '–'}${short}${self === null ? '' : ` (sendiri ${self})`}`;
  });
  return [`level/syarat: ${told.join('; ')}`];
}

function gapLines({ gaps }: PersonView): Lines {
  return gaps.map(
    ({ competency, required, actual, priority, source }) =>
      `kesenjangan divalidasi: ${competency} ${actual}/${required}, prioritas ${priority} ${at(source)}`,
  );
}

function needLines({ needs }: PersonView): Lines {
  return needs.map(
    ({ needId, year, origin, competency, form, jp, source }) =>
      `kebutuhan: ${needId} ${year} ${competency}, ${form} ${decimal(jp)} JP, asal ${origin} ${at(source)}`,
  );
}

function jpLines({ jp }: PersonView): Lines {
  const { year, credited, raw, lostToCaps, minimum, shortfall, policyVersion } = jp;
  const caps = lostToCaps === 0 ? '' : ` dari ${decimal(raw)}, ${decimal(lostToCaps)} hilang oleh batas`;
  const target =
    minimum === null || shortfall === null
      ? 'tanpa minimum'
      : `minimum ${decimal(minimum)}, ${shortfall === 0 ? 'tercapai' : `kurang ${decimal(shortfall)}`}`;
  return [`JP ${year}: ${decimal(credited)} diakui${caps}; ${target}; kebijakan ${policyVersion ?? '–'}`];
}

function creditLines({ credits }: PersonView, nameOf: NameOf): Lines {
  return credits.map(({ activityDate, year, form, jpRaw, jpCredited, cap, from, correctedBy, source }) => {
    const raw = jpRaw === jpCredited ? '' : ` dari ${decimal(jpRaw)}`;
    const unit =
      cap === null ? '' : ` (batas ${cap.unit === 'jp' ? decimal(cap.value) : cap.value} ${cap.unit}/${cap.per})`;
    return `kredit ${year}: ${activityDate} ${form} ${decimal(jpCredited)}${raw}${unit}, sumber ${from} ${at(source)}${corrected(correctedBy, nameOf)}`;
  });
}

function trainingLines({ training }: PersonView): Lines {
  return training.map((one) => {
    const { batchId, programId, status, period, jp, sessionsAttended, results } = one;
    const reason = one.declineReason ?? one.outcomeReason ?? one.cancelReason;
    const told = [
      `pelatihan: ${batchId} (${programId}) ${status}${reason === null ? '' : `: ${reason}`}`,
      ...(period === null ? [] : [days(period.from, period.to)]),
      ...(jp === null ? [] : [`${decimal(jp)} JP`]),
      ...(sessionsAttended.length === 0 ? [] : [`hadir ${sessionsAttended.join(' ')}`]),
      ...results.map(({ kind, attempt, score }) => `${kind}${attempt === 1 ? '' : ` ke-${attempt}`} ${decimal(score)}`),
    ];
    return `${told.join(', ')} ${revisions(one.sources)}`;
  });
}

function certificateLines({ certificates }: PersonView): Lines {
  return certificates.map(({ number, programId, jp, period, validUntil, valid, revoked, source }) => {
    const state =
      revoked === null
        ? valid
          ? 'berlaku'
          : 'tidak berlaku'
        : `${valid ? 'berlaku' : 'tidak berlaku'}, dicabut: ${revoked.reason} ${at(revoked.source)}`;
    const end = validUntil === null ? '' : `, sampai ${validUntil}`;
    return `sertifikat: ${number} (${programId}) ${decimal(jp)} JP, ${days(period.from, period.to)}${end}, ${state} ${at(source)}`;
  });
}

function workplaceLines({ workplaceLearning }: PersonView): Lines {
  return workplaceLearning.map((one) => {
    const { workplaceLearningId, form, host, hostMentorId, period, jp, status, endedOn, stopReason, sources } = one;
    const end = endedOn === null ? '' : ` ${endedOn}`;
    return `tempat kerja: ${workplaceLearningId} ${form} di ${host.kind} ${host.id} dengan ${hostMentorId}, ${days(period.from, period.to)}, ${decimal(jp)} JP, ${status}${end}${stopReason === null ? '' : `: ${stopReason}`} ${revisions(sources)}`;
  });
}

function mentoringLines({ mentoring }: PersonView): Lines {
  return mentoring.flatMap(({ mentorshipId, role, otherId, kind, period, status, outcome, sessions, source }) => [
    `pendampingan: ${mentorshipId} ${kind}, sebagai ${role} dengan ${otherId}, ${days(period.from, period.to)}, ${status}${outcome === null ? '' : `: ${outcome}`} ${at(source)}`,
    ...sessions.map(
      (session) => `sesi: ${session.sessionId} ${session.date}, ${session.minutes} menit, ${session.status}`,
    ),
  ]);
}

function claimLines({ claims }: PersonView): Lines {
  return claims.map(
    ({ claimId, form, from, to, status, rejectReason, sources }) =>
      `klaim: ${claimId} ${form}, ${days(from, to)}, ${status}${rejectReason === null ? '' : `: ${rejectReason}`} ${revisions(sources)}`,
  );
}

function communityLines({ meetings }: PersonView, nameOf: NameOf): Lines {
  return meetings.map(
    ({ communityId, date, minutes, attended, correctedBy, source }) =>
      `komunitas: ${communityId} ${date}, ${minutes} menit, ${attended ? 'hadir' : 'tidak hadir'} ${at(source)}${corrected(correctedBy, nameOf)}`,
  );
}

function behaviourLines({ behaviour }: PersonView, nameOf: NameOf): Lines {
  return behaviour.map(({ ratingId, programId, raterKind, ratedOn, ratings, correctedBy, source }) => {
    const scores = ratings.map(({ of, score }) => `${of} ${score}`).join(', ');
    return `perilaku: ${ratingId} (${programId}) ${ratedOn} oleh ${raterKind}: ${scores} ${at(source)}${corrected(correctedBy, nameOf)}`;
  });
}

function predicateLines({ predicates }: PersonView, nameOf: NameOf): Lines {
  return predicates.map(
    ({ year, quarter, results, behaviour, predicate, correctedBy, source }) =>
      `predikat: ${year}${quarter === null ? '' : ` triwulan ${quarter}`} hasil ${results}, perilaku ${behaviour}: ${predicate} ${at(source)}${corrected(correctedBy, nameOf)}`,
  );
}

function recognitionLines({ recognitions }: PersonView): Lines {
  return recognitions.map(
    ({ recognitionId, kind, basis, careerLink, shownAsRoleModel, source }) =>
      `pengakuan: ${recognitionId} ${kind}, dasar ${basis.kind} ${basis.ref}, karier ${careerLink}${shownAsRoleModel ? ', tampil sebagai teladan' : ''} ${at(source)}`,
  );
}

function correctionLines({ timeline }: PersonView, nameOf: NameOf): Lines {
  return timeline.flatMap((entry) =>
    entry.corrects === undefined
      ? []
      : [
          `koreksi: ${entry.type} ${at(entry)} atas ${named([entry.corrects.eventId], nameOf)}: ${entry.corrects.reason}; dicatat ${dayOf(entry.recordedAt)}`,
        ],
  );
}

/** How much is told, with its first and its last day; the lines above say what. */
function timelineLines({ timeline }: PersonView): Lines {
  const day = (entry: TimelineEntry | undefined): string => (entry === undefined ? '–' : dayOf(entry.occurredAt));
  return [`garis waktu: ${timeline.length} peristiwa, ${days(day(timeline[0]), day(timeline.at(-1)))}`];
}

/** The day of a moment where the stories are set (WIB). */
function dayOf(instant: string): string {
  return localDate(instant, 'Asia/Jakarta');
}

function days(from: string, until: string | null): string {
  if (until === null) return `sejak ${from}`;
  return from === until ? from : `${from}..${until}`;
}

function at({ stream, revision }: Pick<Source, 'stream' | 'revision'>): string {
  return `[${stream}@${revision}]`;
}

/** `[batch-xyz@3 7 12]`: the stream once, and the revisions in it. */
function revisions(sources: readonly Source[]): string {
  const streams = [...new Set(sources.map(({ stream }) => stream))];
  const told = streams.map((stream) => {
    const inIt = sources.filter((source) => source.stream === stream).map(({ revision }) => revision);
    return `${stream}@${inIt.join(' ')}`;
  });
  return `[${told.join(', ')}]`;
}

function named(eventIds: readonly string[], nameOf: NameOf): string {
  return `[${eventIds.map(nameOf).join(', ')}]`;
}

function corrected(by: string | null, nameOf: NameOf): string {
  return by === null ? '' : `, DIKOREKSI oleh ${named([by], nameOf)}`;
}
