/** Which of so many workers keeps the row of a key: the same for every worker, and even over the keys (FNV-1a over UTF-16). */
export function workerOf(key: string, workers: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash ^= key.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % workers;
}
