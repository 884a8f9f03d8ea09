import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Sha256 } from '../../values/ids.js';
import type { ReactionScores } from './events.js';

/** Bytes of a secret below which tokens could be guessed. */
const SECRET_BYTES = 32;

/**
 * The token that stands for one participant of one batch: HMAC-SHA256 in hexadecimal. One person always has the same token in a batch, and
 * another one in the next; without the secret nobody can tell whose it is.
 *
 * Whoever keeps the survey computes it and keeps the secret, apart from the events; throwing the secret away makes all answers anonymous
 * for good.
 *
 * @param secret at least 32 random bytes
 * @throws RangeError for a shorter secret
 */
export function reactionToken(secret: Uint8Array, batchId: string, employeeId: string): Sha256 {
  if (secret.length < SECRET_BYTES) {
    throw new RangeError(
      `A secret of ${secret.length} bytes can be guessed: give at least ${SECRET_BYTES} random bytes.`,
    );
  }
  // Ids hold no slash, so that no two pairs make one text.
  return Sha256.parse(bytesToHex(hmac(sha256, secret, utf8ToBytes(`${batchId}/${employeeId}`))));
}

/** How many answered, and the mean answers in hundredths of 1-4; suppressed where so few answered that one could be told. */
export type ReactionSummary =
  | { readonly n: number; readonly means: Readonly<Record<keyof ReactionScores, number>> }
  | { readonly n: number; readonly suppressed: true };

/**
 * The mean reactions of participants, rounded half up, or nothing but their number where fewer than `minimumN` answered (R30).
 *
 * @param minimumN from the policy: `disclosure.minimumN`
 */
export function reactionSummary(scores: readonly ReactionScores[], minimumN: number): ReactionSummary {
  const n = scores.length;
  if (n === 0 || n < minimumN) return { n, suppressed: true };
  const mean = (aspect: keyof ReactionScores): number => {
    const sum = scores.reduce((total, answer) => total + answer[aspect], 0);
    return Math.floor((200 * sum + n) / (2 * n));
  };
  return {
    n,
    means: {
      speaker: mean('speaker'),
      material: mean('material'),
      organiser: mean('organiser'),
      facility: mean('facility'),
    },
  };
}
