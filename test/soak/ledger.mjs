/** What writers and offices said they sent, and what was acknowledged to them. */
export function ledger() {
  const sent = new Map();
  const stored = new Map();
  const accepted = new Map();
  const next = new Map();

  return {
    sent,
    stored,
    accepted,

    hear(told, { name }) {
      if (told.kind === 'sending') sent.set(told.batch, { ...told, by: name });
      if (told.kind === 'stored') stored.set(told.batch, told);
      if (told.kind === 'accepted') {
        accepted.set(told.commandId, told.events);
        next.set(name, told.number);
      }
    },

    /** The batches of a writer that were sent, and perhaps stored. */
    unanswered: (name) => [...sent.values()].filter(({ batch, by }) => by === name && !stored.has(batch)),
    /** The employee at whom an office was: it sends those commands again. */
    numberOf: (name) => next.get(name) ?? 0,
  };
}
