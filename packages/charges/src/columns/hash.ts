/** Where two whole numbers go in a hash table. */

/** Files are hostile: which keys fall together differs from run to run. What is read from a file does not depend on it. */
const seed = Math.floor(Math.random() * 0x7fffffff);

/** A hash of two whole numbers; its low bits are as good as its high ones. */
export function hashOf(first: number, second: number): number {
  let hash = Math.imul(first ^ seed, 0x9e3779b1) ^ Math.imul(second ^ seed, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
