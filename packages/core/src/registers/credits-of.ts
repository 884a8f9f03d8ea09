import { idOf, projection } from '@pembinaan/event-sourcing';
import { JpCredited, type JpSource, sourceKey } from '../train/jp-ledger/events.js';

/** What a ledger credits for a source. */
export interface SourceCredit {
  readonly ledgerId: string;
  /** The latest event in its chain of corrections: the one that a further correction names. */
  readonly eventId: string;
  /** JP hundredths before and after the caps; both 0 where the credit was taken back. */
  readonly jpRaw: number;
  readonly jpCredited: number;
}

/** The key of a source of JP of a person. */
export function creditKey(employeeId: string, source: JpSource): string {
  return `${employeeId}/${sourceKey(source)}`;
}

/** What the ledgers of a person credit for one source, by ledger: one of them at most credits anything (R22). */
export const creditsOf = projection({
  name: 'credits-of',
  version: 1,
  events: [JpCredited],
  initial: (): { credits: SourceCredit[] } => ({ credits: [] }),
  key: (event) => creditKey(event.data.employeeId, event.data.source),
  on: {
    JpCredited: (row, { id, stream, data }) => {
      const { jpRaw, jpCredited } = data;
      const ledgerId = idOf(stream);
      row.credits = row.credits.filter((credit) => credit.ledgerId !== ledgerId);
      row.credits.push({ ledgerId, eventId: id, jpRaw, jpCredited });
      return row;
    },
  },
});

/** The credit that stands: of the ledgers that ever credited the source, the one that did not take it back. */
export function standingCredit({ credits }: { readonly credits: readonly SourceCredit[] }): SourceCredit | undefined {
  return credits.find(({ jpRaw }) => jpRaw > 0);
}
