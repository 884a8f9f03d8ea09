/** At most so many lines of a difference are shown. */
const SHOWN = 60;

/**
 * The lines in which two texts differ, `-` for what was kept and `+` for what is told now, each with the number of its line; null where
 * they are equal.
 */
export function difference(kept: string, told: string): string | null {
  if (kept === told) return null;
  const [before, after] = [kept.split('\n'), told.split('\n')];
  const lines = changes(before, after);
  const more = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more lines`] : [])].join('\n');
}

/** Along the longest common subsequence of lines. */
function changes(before: readonly string[], after: readonly string[]): readonly string[] {
  const common = commonLengths(before, after);
  const at = (b: number, a: number): number => common[b]?.[a] ?? 0;
  const lines: string[] = [];
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    if (b < before.length && a < after.length && before[b] === after[a]) {
      b++;
      a++;
    } else if (a >= after.length || (b < before.length && at(b + 1, a) >= at(b, a + 1))) {
      lines.push(`- ${b + 1}: ${before[b]}`);
      b++;
    } else {
      lines.push(`+ ${a + 1}: ${after[a]}`);
      a++;
    }
  }
  return lines;
}

/** At `[b][a]`, how many lines the texts from these lines on have in common. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      const [here, below] = [lengths[b], lengths[b + 1]];
      if (here === undefined || below === undefined) continue;
      here[a] = before[b] === after[a] ? (below[a + 1] ?? 0) + 1 : Math.max(below[a] ?? 0, here[a + 1] ?? 0);
    }
  }
  return lengths;
}
