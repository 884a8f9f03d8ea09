import { idOf, projection } from '@pembinaan/event-sourcing';
import { JpCredited, sourceKey } from '../train/jp-ledger/events.js';

/** What a source credits to one person in one ledger. */
export interface PersonCredit {
  readonly employeeId: string;
  readonly ledgerId: string;
  /** The latest event in its chain of corrections: the one that a further correction names. */
  readonly eventId: string;
  /** JP hundredths before caps; 0 where the credit was taken back. */
  readonly jpRaw: number;
}

/** Whom a source credits, over all people and ledgers: for what must follow when the source changes. */
export const creditsBySource = projection({
  name: 'credits-by-source',
  version: 1,
  events: [JpCredited],
  initial: (): { credits: PersonCredit[] } => ({ credits: [] }),
  key: (event) => sourceKey(event.data.source),
  on: {
    JpCredited: (row, { id, stream, data }) => {
      const { employeeId, jpRaw } = data;
      const ledgerId = idOf(stream);
      row.credits = row.credits.filter((credit) => credit.ledgerId !== ledgerId || credit.employeeId !== employeeId);
      row.credits.push({ employeeId, ledgerId, eventId: id, jpRaw });
      return row;
    },
  },
});
