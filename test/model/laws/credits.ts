import {
  BatchCancelled,
  BatchScheduled,
  CertificateIssued,
  CertificateRevoked,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  type JpSource,
  LearningCommunityMet,
  MentoringSessionRecorded,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import type * as z from 'zod';
import { policyOn } from './facts.js';
import type { History, Placed, Told } from './history.js';
import { grouped, law, sum } from './law.js';
import { answerTo } from './mentor.js';
import { participantsOf } from './participation.js';

type Credit = Told<z.output<typeof JpCredited.schema>>;

/** One text for one source. */
function nameOf(source: JpSource): string {
  return Object.values(source).join('/');
}

/** The parts of a credit, each with its day. */
const partsOf = ({ data }: Credit) =>
  data.parts ?? [{ date: data.activityDate, jpRaw: data.jpRaw, jpCredited: data.jpCredited }];

/** Caps of Peraturan LAN 10/2018 as the model's policy has them (domain.md 1.4): JP hundredths a day, meetings a month. */
const PER_DAY: Readonly<Record<string, number>> = { NKL09: 200, NKL10: 200, NKL03: 300 };
const MEETINGS_A_MONTH: Readonly<Record<string, number>> = { NKL01: 2, NKL02: 2, NKL11: 2 };
const PER_MODULE = 300;

export const caps = law(
  'R22',
  'Whatever the order of the credits, no day, month or module of a person earns more than its cap; nothing counts more than it is worth.',
  (history, complain) => {
    const standing = history.standing(JpCredited);
    for (const event of standing) {
      const { jpRaw, jpCredited, variant } = event.data;
      if (jpCredited > jpRaw) complain(event, `credits ${jpCredited} of ${jpRaw}`);
      if (sum(partsOf(event), (part) => part.jpCredited) !== jpCredited)
        complain(event, 'its parts say something else');
      if (variant === 'microlearning' && jpCredited > PER_MODULE) complain(event, `credits ${jpCredited} for a module`);
    }
    const parts = standing
      .filter(({ data }) => data.variant === undefined)
      .flatMap((event) => partsOf(event).map((part) => ({ event, ...part })));
    const days = grouped(parts, ({ event, date }) => `${event.data.employeeId} ${event.data.form} ${date}`);
    for (const [day, of] of days) {
      const total = sum(of, ({ jpCredited }) => jpCredited);
      const last = of.at(-1)?.event;
      if (last !== undefined && total > (PER_DAY[last.data.form] ?? total)) complain(last, `${day} earns ${total}`);
    }
    const months = grouped(
      parts,
      ({ event, date }) => `${event.data.employeeId} ${event.data.form} ${date.slice(0, 7)}`,
    );
    for (const [month, of] of months) {
      const counted = of.filter(({ jpCredited }) => jpCredited > 0).length;
      const last = of.at(-1)?.event;
      const cap = MEETINGS_A_MONTH[last?.data.form ?? ''];
      if (last !== undefined && cap !== undefined && counted > cap)
        complain(last, `${month} counts ${counted} meetings`);
    }
  },
);

export const creditedOnce = law(
  'R22',
  'One source earns one person JP once, and one document is the evidence of one claim; the ledger is that of the person and the year.',
  (history, complain) => {
    const live = history.standing(JpCredited).filter(({ data }) => data.jpRaw > 0);
    for (const [source, [, second]] of grouped(live, ({ data }) => `${data.employeeId} ${nameOf(data.source)}`)) {
      if (second !== undefined) complain(second, `${source} is credited twice`);
    }
    for (const event of history.of(JpCredited)) {
      const { employeeId, year, activityDate } = event.data;
      if (event.of !== `${employeeId}-${year}` || `${year}` !== activityDate.slice(0, 4))
        complain(event, 'stands elsewhere');
    }
    for (const event of history.of(JpClaimSubmitted)) {
      const { employeeId, evidenceHash, claimId, days } = event.data;
      const rejected = history.of(JpClaimRejected, event).map(({ data }) => data.claimId);
      const same = history
        .of(JpClaimSubmitted, event)
        .filter(({ data }) => data.employeeId === employeeId && data.evidenceHash === evidenceHash);
      if (same.some(({ data }) => !rejected.includes(data.claimId)))
        complain(event, `${claimId} uses its evidence again`);
      if (days.some(({ date }) => date > event.recordedOn)) complain(event, 'claims a day to come');
      if (event.by !== employeeId) complain(event, 'was not claimed by the person');
    }
  },
);

export const earned = law(
  'R22',
  'JP are credited for what is completed, confirmed, attended or claimed, at what the table gives for it.',
  (history, complain) => {
    for (const event of history.of(JpCredited)) {
      if (event.data.jpRaw === 0) continue;
      const worth = worthOf(history, event);
      if (worth === 'nothing') complain(event, `${nameOf(event.data.source)} earned nothing`);
      else if (worth !== 'unknown' && worth !== event.data.jpRaw)
        complain(event, `tells ${event.data.jpRaw} of ${worth}`);
    }
  },
);

/** What a source is worth before caps, JP hundredths; `unknown` where the table asks for more than is counted again here. */
function worthOf(history: History, credit: Credit, event: Placed = credit): number | 'nothing' | 'unknown' {
  const { source, employeeId, form, variant } = credit.data;
  switch (source.kind) {
    case 'batch': {
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === source.batchId);
      const cancelled = history.of(BatchCancelled, event).some(({ of }) => of === source.batchId);
      const status = participantsOf(history, source.batchId, event).get(employeeId);
      const certificates = history
        .of(CertificateIssued, event)
        .filter(({ data }) => data.batchId === source.batchId && data.employeeId === employeeId);
      const revoked = history.of(CertificateRevoked, event).map(({ of }) => of);
      const lost = certificates.length > 0 && certificates.every(({ of }) => revoked.includes(of));
      if (batch === undefined || cancelled || lost || status !== 'completed') return 'nothing';
      return form === 'KL03' ? batch.data.jp : 'unknown';
    }
    case 'mentorship': {
      const { sessionId } = source;
      const session = history
        .standing(MentoringSessionRecorded, event)
        .find(({ data }) => data.sessionId === sessionId);
      const answer = answerTo(history, sessionId, event);
      const confirmed = session?.data.menteeId === employeeId && answer?.data.agreed === true;
      return confirmed ? 200 : 'nothing';
    }
    case 'community': {
      const meeting = history
        .standing(LearningCommunityMet, event)
        .find(({ of, data }) => of === source.communityId && data.meetingId === source.meetingId);
      if (meeting === undefined || !meeting.data.attendees.some((id) => id === employeeId)) return 'nothing';
      return minutesInJp(meeting.data.minutes, 45);
    }
    case 'workplace': {
      const stay = history
        .standing(WorkplaceLearningCompleted, event)
        .find(({ of }) => of === source.workplaceLearningId);
      if (stay?.data.outcome !== 'completed' || stay.data.employeeId !== employeeId) return 'nothing';
      if (stay.data.international) return 'unknown';
      return { NKL05: 2000, NKL07: 1000, NKL08: 2000, NKL12: 2000, NKL11: 200 * (stay.data.meetings ?? []).length }[
        stay.data.form
      ];
    }
    case 'claim': {
      const mine = ({ of, data }: { of: string; data: { claimId: string } }): boolean =>
        of === credit.of && data.claimId === source.claimId;
      const claim = history.of(JpClaimSubmitted, event).find(mine);
      const rejected = history.of(JpClaimRejected, event).some(mine);
      if (claim === undefined || rejected || claim.data.employeeId !== employeeId) return 'nothing';
      if (claim.data.international) return 'unknown';
      const { days } = claim.data;
      if (variant === 'microlearning')
        return minutesInJp(
          sum(days, ({ minutes }) => minutes),
          135,
        );
      if (form === 'NKL09' || form === 'NKL03') return sum(days, ({ minutes }) => minutesInJp(minutes, 45));
      return 'unknown';
    }
  }
}

/** Minutes as JP hundredths, rounded half up. */
function minutesInJp(minutes: number, minutesOfJp: number): number {
  return Math.floor((minutes * 100) / minutesOfJp + 0.5);
}

export const verifiedByOthers = law(
  'R23',
  'Nobody verifies JP of his own, as operator neither, nor those of a session in which he was the mentor.',
  (history, complain) => {
    for (const event of history.of(JpCredited)) {
      const { employeeId, source } = event.data;
      if (event.hands.includes(employeeId)) complain(event, `${employeeId} verified his own JP`);
      if (source.kind !== 'mentorship') continue;
      const session = history
        .of(MentoringSessionRecorded, event)
        .find(({ data }) => data.sessionId === source.sessionId);
      if (session !== undefined && event.hands.includes(session.data.mentorId))
        complain(event, 'the mentor verified them');
    }
  },
);

export const countedByTheDay = law(
  'R22',
  'JP are counted by the policy of the day of the activity.',
  (history, complain) => {
    for (const event of history.of(JpCredited)) {
      const inForce = policyOn(history, event.data.activityDate, event)?.version;
      if (event.data.jpRaw > 0 && event.policyVersion !== inForce)
        complain(event, `was counted by ${event.policyVersion}`);
    }
  },
);

/** Asked of a history after all that follows by itself was done. */
export const settled = law(
  'R22',
  'In the end nothing stays credited that is disputed, revoked or corrected away.',
  (history, complain) => {
    const end = { index: history.length };
    for (const event of history.standing(JpCredited)) {
      if (event.data.jpRaw === 0 || event.data.source.kind === 'claim') continue;
      const worth = worthOf(history, event, end);
      if (worth !== 'unknown' && worth !== event.data.jpRaw)
        complain(event, `still tells ${event.data.jpRaw} of ${worth}`);
    }
  },
);

export const creditLaws = [caps, creditedOnce, earned, verifiedByOthers, countedByTheDay];
