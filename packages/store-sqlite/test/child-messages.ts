import * as z from 'zod';

/** What `append-until-killed` tells of each batch. */
export const Acknowledged = z.object({
  stream: z.string(),
  firstRevision: z.int(),
  positions: z.array(z.string()),
  ids: z.array(z.string()),
});
export type Acknowledged = z.output<typeof Acknowledged>;

/** What `project` tells of each checkpoint that it stored. */
export const Projected = z.object({ rebuilding: z.boolean(), position: z.string() });

/** What `race` and `follow` tell at their end. */
export const Ids = z.object({ ids: z.array(z.string()) });

/** The data of an event that a child wrote: its batch, and its place there. */
export const InBatch = z.object({ batch: z.string(), index: z.int(), size: z.int() });
