/**
 * Gives each distinct pair of whole numbers the next free number, from 0. Longer keys are pairs of pairs. One hash table
 * with open addressing, cleared in no time: an entry counts only where it bears the present stamp.
 */
export class PairInterner {
  private capacity = 64;
  private firsts = new Int32Array(64);
  private seconds = new Int32Array(64);
  private ids = new Int32Array(64);
  private stamps = new Int32Array(64);
  private stamp = 1;
  private taken = 0;
  private next = 0;

  /** Forgets all pairs. */
  clear(): void {
    this.stamp += 1;
    this.taken = 0;
    this.next = 0;
  }

  /** How many numbers have been given. */
  get size(): number {
    return this.next;
  }

  /** A number that no pair has. */
  fresh(): number {
    this.next += 1;
    return this.next - 1;
  }

  /** The number of a pair, a new one where it is seen for the first time. */
  intern(first: number, second: number): number {
    let slot = this.slotOf(first, second);
    if (this.stamps[slot] === this.stamp) return this.ids[slot] ?? -1;
    if (this.taken * 2 >= this.capacity) {
      this.grow();
      slot = this.slotOf(first, second);
    }
    const id = this.fresh();
    this.put(slot, first, second, id);
    return id;
  }

  /** The number of a pair, or -1 where it has none. */
  find(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    return this.stamps[slot] === this.stamp ? (this.ids[slot] ?? -1) : -1;
  }

  private put(slot: number, first: number, second: number, id: number): void {
    this.firsts[slot] = first;
    this.seconds[slot] = second;
    this.ids[slot] = id;
    this.stamps[slot] = this.stamp;
    this.taken += 1;
  }

  /** The slot of a pair, or the free one where it would go. There is always a free one: the table is at most half full. */
  private slotOf(first: number, second: number): number {
    const mask = this.capacity - 1;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (this.stamps[slot] === this.stamp && (this.firsts[slot] !== first || this.seconds[slot] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { firsts, seconds, ids, stamps, capacity, stamp } = this;
    this.capacity = capacity * 2;
    this.firsts = new Int32Array(this.capacity);
    this.seconds = new Int32Array(this.capacity);
    this.ids = new Int32Array(this.capacity);
    this.stamps = new Int32Array(this.capacity);
    this.taken = 0;
    for (let slot = 0; slot < capacity; slot++) {
      if (stamps[slot] !== stamp) continue;
      const [first, second] = [firsts[slot] ?? 0, seconds[slot] ?? 0];
      this.put(this.slotOf(first, second), first, second, ids[slot] ?? 0);
    }
  }
}
