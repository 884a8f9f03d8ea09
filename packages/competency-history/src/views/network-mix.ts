import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { allCommunities } from '../records/community-records.js';
import { scaled, share } from '../rounding.js';

export interface NetworkMixLine {
  readonly communityId: string;
  readonly name: string | null;
  readonly positionFamily: string | null;
  readonly sponsorUnitId: string | null;
  /** Meetings up to the day. */
  readonly meetings: number;
  readonly lastMeeting: string | null;
  /** Different people who came. */
  readonly people: number;
  /** Different units that were present at any meeting. */
  readonly units: number;
  /** Units at a meeting on average, hundredths. */
  readonly unitsPerMeeting: number | null;
  /** Meetings at which two units at least were present, in basis points. */
  readonly mixedShare: number | null;
  /** Meetings at which a practice was shown. */
  readonly practices: number;
}

/** M6: exchange of experience between people of different backgrounds. */
export const networkMix = peopleReadModel({
  name: 'NetworkMix',
  question: {
    en: 'Do the learning communities bring people of different units together?',
    id: 'Apakah komunitas belajar mempertemukan pegawai dari berbagai unit?',
  },
  needs: [allCommunities],
  linesOf: 'agency',
  tells: 'nobody',
  answer: ([communities], on) =>
    inOrder(
      [...communities.rows].map(([communityId, { name, positionFamily, sponsorUnitId, meetings }]): NetworkMixLine => {
        const held = Object.values(meetings).filter(({ date }) => date <= on);
        const unitsAt = held.map(({ units }) => new Set(units).size);
        return {
          communityId,
          name,
          positionFamily,
          sponsorUnitId,
          meetings: held.length,
          lastMeeting:
            held
              .map(({ date }) => date)
              .sort()
              .at(-1) ?? null,
          people: new Set(held.flatMap(({ attendees }) => attendees)).size,
          units: new Set(held.flatMap(({ units }) => units)).size,
          unitsPerMeeting: scaled(
            unitsAt.reduce((sum, units) => sum + units, 0),
            held.length,
            100,
          ),
          mixedShare: share(unitsAt.filter((units) => units > 1).length, held.length),
          practices: held.filter(({ practiceShared }) => practiceShared).length,
        };
      }),
      ({ communityId }) => [communityId],
    ),
});
