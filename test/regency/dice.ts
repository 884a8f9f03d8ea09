/** A stream of chance that comes out the same for the same seed. */
export interface Dice {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** One of the list. @throws RangeError for an empty list. */
  pick<const T>(list: readonly T[]): T;
  /** An opaque id of that many characters, as nanoid makes them. */
  id(length: number): string;
  /** As a UUID of version 5 reads. */
  uuid(): string;
  /** As a SHA-256 reads: 64 hexadecimal digits. */
  hash(): string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Dice from a seed: the generator sfc32 of PractRand, seeded by FNV-1a. */
export function dice(seed: string): Dice {
  let a = hashOf(seed, 0x811c9dc5);
  let b = hashOf(seed, 0x01000193);
  let c = hashOf(seed, 0x9e3779b9);
  let d = 1;
  const bits = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 16; warm++) bits();

  const below = (limit: number): number => Math.floor((bits() / 4_294_967_296) * limit);
  return {
    next: () => bits() / 4_294_967_296,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => bits() < probability * 4_294_967_296,
    pick(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError('There is nothing to pick from.');
      return found;
    },
    id(length) {
      let text = '';
      while (text.length < length) {
        let word = bits();
        for (let place = 0; place < 5 && text.length < length; place++, word >>>= 6) text += ALPHABET.charAt(word & 63);
      }
      return text;
    },
    hash() {
      let text = '';
      for (let word = 0; word < 8; word++) text += hex(bits());
      return text;
    },
    uuid() {
      const [first, second, third, fourth] = [hex(bits()), hex(bits()), hex(bits()), hex(bits())];
      const variant = '89ab'.charAt(Number.parseInt(third.charAt(0), 16) & 3);
      return `${first}-${second.slice(0, 4)}-5${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
    },
  };
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(word: number): string {
  return `${BYTES[word >>> 24]}${BYTES[(word >>> 16) & 255]}${BYTES[(word >>> 8) & 255]}${BYTES[word & 255]}`;
}

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
