import type { Dice } from './dice.js';

/** Ranks from 0, drawn so that few come often and many come seldom. */
export interface Zipf {
  readonly ranks: number;
  draw(dice: Dice): number;
}

/**
 * The law of Zipf and Mandelbrot: rank r (from 0) has the weight 1 / (r + 1 + shift).
 * @param shift how many ranks share the top; 0 gives the first rank a tenth of all in a population of thousands
 */
export function zipf(ranks: number, shift: number): Zipf {
  const sums = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank++) {
    sum += 1 / (rank + 1 + shift);
    sums[rank] = sum;
  }
  return {
    ranks,
    draw(dice) {
      const mark = dice.next() * sum;
      let low = 0;
      let high = ranks - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sums[middle] ?? sum) <= mark) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
