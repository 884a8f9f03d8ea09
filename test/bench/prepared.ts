/** The files that scenarios read, in the order in which they are made: what is filed comes after the log that it is filed from. */
export const PREPARED = ['log', 'views', 'streams', 'regency', 'people', 'programs', 'program-files'] as const;

/**
 * The log, the same in the file of each contestant; the views of this library in a file; streams of fixed lengths; whole years of a regency,
 * and the files of its people in a file of views; years of a regency with many programmes, and their files in a file of views.
 */
export type Prepared = (typeof PREPARED)[number];
