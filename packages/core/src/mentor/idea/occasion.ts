import type { FactRequest } from '@pembinaan/event-sourcing';
import { publicForumState } from '../../public-voice/public-forum/state.js';
import { leadershipId, leadershipState } from '../leadership/state.js';
import type { IdeaOccasion } from './events.js';

/** Whether the forum at which an idea came up was held, as a fact. */
export function occasionOf(occasion: IdeaOccasion): FactRequest<{ readonly id: string; readonly held: boolean }> {
  if (occasion.kind === 'publicForum') {
    const id = occasion.forumId;
    return publicForumState.at(id).map(({ status }) => ({ id, held: status !== 'none' }));
  }
  const { leaderId, year, involvementId: id } = occasion;
  return leadershipState.at(leadershipId(leaderId, year)).map(({ involvements }) => ({
    id,
    held: involvements.some(({ involvementId, role }) => involvementId === id && role === 'forum'),
  }));
}
