/** How fast a piece of work goes, from what it did last. */
export interface WorkRate {
  /** Notes a piece that took that long, and up to which position it came. */
  note(piece: WorkPiece): void;
  /** Events a second; 0 before the first. */
  perSecond(): number;
  /** Milliseconds until that position, at the speed of the last pieces; null when positions cannot be compared as numbers. */
  etaMs(position: string | undefined, head: string): number | null;
}

export interface WorkPiece {
  readonly events: number;
  readonly ms: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Pieces are looked back at until they make up that much working time. */
const WINDOW_MS = 10_000;

export function workRate(): WorkRate {
  const pieces: WorkPiece[] = [];
  let ms = 0;
  return {
    note(piece) {
      pieces.push(piece);
      ms += piece.ms;
      while (pieces.length > 1 && ms - (pieces[0]?.ms ?? 0) >= WINDOW_MS) ms -= pieces.shift()?.ms ?? 0;
    },
    perSecond() {
      const events = pieces.reduce((sum, piece) => sum + piece.events, 0);
      return ms === 0 ? 0 : Math.round((events / ms) * 1000);
    },
    etaMs(position, head) {
      const way = distance(position, head);
      const done = pieces.reduce((sum, { from, to }) => sum + (to === undefined ? 0 : (distance(from, to) ?? 0)), 0);
      if (way === undefined || done <= 0 || ms === 0) return null;
      return Math.max(0, Math.round((way / done) * ms));
    },
  };
}

/** How far apart positions are; undefined unless both begin with a number, as those of counting stores and of log offsets do. */
function distance(from: string | undefined, to: string): number | undefined {
  const start = from === undefined ? 0 : leadingNumber(from);
  const end = leadingNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

function leadingNumber(position: string): number | undefined {
  const digits = /^\d+/.exec(position)?.[0];
  return digits === undefined ? undefined : Number(digits);
}
