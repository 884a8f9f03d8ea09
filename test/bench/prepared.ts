/** The files that scenarios read, in the order in which they are made: the views need the log, the people the regency. */
export const PREPARED = ['log', 'views', 'streams', 'regency', 'people'] as const;

/**
 * The log, the same in the file of each contestant; the views of this library in a file; streams of fixed lengths; whole years of a regency,
 * and the files of its people in a file of views.
 */
export type Prepared = (typeof PREPARED)[number];
