import { type Consequence, type FactRequest, fact } from '@pembinaan/event-sourcing';
import { creditsBySource, type PersonCredit } from '../registers/credits-by-source.js';
import { CreditJp } from '../train/jp-ledger/commands.js';
import { type Earning, earnedBy } from '../train/jp-ledger/earning.js';
import { type JpSource, sourceKey } from '../train/jp-ledger/events.js';
import { jpLedgerId, jpLedgerState } from '../train/jp-ledger/state.js';
import { SubjectId } from '../values/ids.js';
import { yearOf } from '../values/local-date.js';

/** What a source earns a person now, and what the ledgers credit for it. */
export interface Settlement {
  readonly employeeId: SubjectId;
  readonly earning: Earning;
  readonly credits: readonly PersonCredit[];
}

/** What a source earns a person, and what it credits, as a fact. */
export function settlementOf(source: JpSource, employeeId: SubjectId): FactRequest<readonly Settlement[]> {
  return settlements(source, () => [employeeId]);
}

/** As {@link settlementOf}, for the people named and everybody whom the source credits already. */
export function settlementsOf(source: JpSource, people: readonly SubjectId[]): FactRequest<readonly Settlement[]> {
  return settlements(source, (credits) => [...people, ...credits.map(({ employeeId }) => employeeId)]);
}

function settlements(
  source: JpSource,
  concerned: (credits: readonly PersonCredit[]) => readonly string[],
): FactRequest<readonly Settlement[]> {
  return fact(async (reader) => {
    const { credits } = await creditsBySource.at(sourceKey(source)).load(reader);
    const settlements: Settlement[] = [];
    for (const person of new Set(concerned(credits))) {
      const employeeId = SubjectId.parse(person);
      const earning = await earnedBy(employeeId, source, jpLedgerState.initialState()).load(reader);
      settlements.push({ employeeId, earning, credits: credits.filter((credit) => credit.employeeId === person) });
    }
    return settlements;
  });
}

/** Why a credit is corrected, as it stands in the log. */
const REASON = 'The source of the JP has changed.';

/**
 * The commands that make the ledgers agree with a source: a credit where there is none, nothing where no longer anything is earned or
 * another year's ledger is the right one.
 *
 * @param recount whether what stands is counted again, because a record of the source was corrected
 */
export function settle(source: JpSource, settlements: readonly Settlement[], recount: boolean): readonly Consequence[] {
  return settlements.flatMap(({ employeeId, earning, credits }) => {
    const ledgerId = earning.earned ? jpLedgerId(employeeId, yearOf(earning.activity.date)) : undefined;
    const credit = (id: string, corrected?: PersonCredit): Consequence => ({
      id,
      command: CreditJp({ employeeId, source }),
      about: corrected === undefined ? employeeId : corrected.eventId,
      ...(corrected !== undefined && { corrects: { eventId: corrected.eventId, reason: REASON } }),
    });
    const takenBack = credits
      .filter((known) => known.ledgerId !== ledgerId && known.jpRaw > 0)
      .map((known) => credit(known.ledgerId, known));
    if (ledgerId === undefined) return takenBack;
    const own = credits.find((known) => known.ledgerId === ledgerId);
    if (own === undefined) return [...takenBack, credit(ledgerId)];
    return own.jpRaw === 0 || recount ? [...takenBack, credit(ledgerId, own)] : takenBack;
  });
}
