import { type EventStore, formatPosition } from '@pembinaan/event-sourcing';

/** A store of which only the beginning is seen. */
export function ending(store: EventStore, end: number): { readonly store: EventStore; end: number } {
  const log = {
    end,
    store: {
      ...store,
      async head() {
        const head = await store.head();
        const limit = formatPosition(log.end);
        return head === undefined || head < limit ? head : limit;
      },
      readAll(options = {}) {
        const limit = formatPosition(log.end);
        return store.readAll({
          ...options,
          until: options.until !== undefined && options.until < limit ? options.until : limit,
        });
      },
    } satisfies EventStore,
  };
  return log;
}
