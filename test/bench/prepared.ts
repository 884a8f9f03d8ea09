/** The files that scenarios read, in the order in which they are made: the views need the log. */
export const PREPARED = ['log', 'views', 'streams'] as const;

/** The log, the same in the file of each contestant; the views of this library in a file; streams of fixed lengths. */
export type Prepared = (typeof PREPARED)[number];
