import type { View } from '@pembinaan/event-sourcing';
import { grouped } from '../lines.js';
import { type ActionRow, causeKey } from './action-records.js';
import type { KnownInput } from './forum-records.js';
import type { NeedRow } from './need-records.js';
import type { KnownReport } from './report-records.js';

/** Something that the public said: a report, or an input at a forum. */
export type Voice =
  | { readonly kind: 'report'; readonly report: KnownReport }
  | { readonly kind: 'input'; readonly input: KnownInput };

/** What followed from something that the public said. */
export interface FollowUp {
  readonly needs: readonly NeedRow[];
  readonly actions: readonly ActionRow[];
}

/**
 * Finds what followed from a voice: the improvement actions that name it as their cause, the need that a report led to when it was closed,
 * and the needs that refer to it as their origin. A need refers to a report by its id or by its number outside, to an input by its id or
 * by `forum/input`.
 */
export function followUpsFrom(needs: View<NeedRow>, actions: View<ActionRow>): (voice: Voice) => FollowUp {
  const byOrigin = grouped(needs.rows.values(), ({ origin, originRef }) => `${origin}/${originRef}`);
  const byCause = grouped(actions.rows.values(), ({ cause }) => cause);
  const foundBy = (origin: string, refs: readonly string[]): readonly NeedRow[] =>
    refs.flatMap((ref) => byOrigin.get(`${origin}/${ref}`) ?? []);
  return (voice) => {
    if (voice.kind === 'input') {
      const { forumId, inputId } = voice.input;
      return {
        needs: [...new Set(foundBy('forum', [inputId, `${forumId}/${inputId}`]))],
        actions: byCause.get(causeKey({ kind: 'input', forumId, inputId })) ?? [],
      };
    }
    const { reportId, externalRef, needId } = voice.report;
    const named = needId === null ? undefined : needs.get(needId);
    return {
      needs: [...new Set([...(named === undefined ? [] : [named]), ...foundBy('complaint', [reportId, externalRef])])],
      actions: byCause.get(causeKey({ kind: 'complaint', reportId })) ?? [],
    };
  };
}
