import { createHash } from 'node:crypto';

/** The hash of an invented document: the examples have no files. */
export function documentHash(title: string): string {
  return createHash('sha256').update(`dokumen rekaan: ${title}`).digest('hex');
}

/** An invented decree. */
export function decree(number: string, date: string): { number: string; date: string; documentHash: string } {
  return { number, date, documentHash: documentHash(number) };
}
