/**
 * Chance that comes out the same for one seed (Marsaglia's xorshift with 32 bits); seeds that lie together are thrown far apart.
 */
export function chance(seed) {
  let state = Math.imul(seed ^ 0x2c1b3c6d, 0x9e3779b1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 8; turn++) next();
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    percent: (share) => next() * 100 < share,
    of: (things) => things[between(0, things.length - 1)],
  };
}

/** A seed that belongs to a name. */
export function seedOf(name) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
