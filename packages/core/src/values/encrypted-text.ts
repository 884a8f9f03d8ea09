import * as z from 'zod';
import { KeyId } from './ids.js';

/**
 * Free text about a person, as the vault encrypted it: the library never sees the text, and destroying the key makes it unreadable
 * without touching the log (domain.md 1.11).
 */
export const EncryptedText = z.strictObject({
  keyId: KeyId,
  /** Base64 of the ciphertext, with what the vault needs to open it. */
  ciphertext: z.base64().min(1).max(8000),
});
export type EncryptedText = z.output<typeof EncryptedText>;
