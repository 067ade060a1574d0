/**
 * What cells of a column were read as, by their bytes. It is a memory of answers and no more: where it does not know a
 * cell it stops, the portable reader reads the cell, and `remember` puts its answer here. So what comes out is what the
 * portable reader says, whatever is remembered.
 *
 * Bytes of a charge file are never 0, so that a cell is told by its bytes with zeros behind them. There are three tables:
 * for cells of up to 8 bytes, of up to 24, and of up to 56. A slot has the words of its cell, the first being 0 where it
 * is free, and behind them the answer. Keys are multiplied by numbers that nobody knows outside of this run, so that
 * nobody can make cells that fall together; a search ends after eight slots in any case.
 *
 * The words of a column: for each of the three tables where it stands, by how much a hash is shifted to be a place in
 * it, and how many slots are taken; a table that is not there stands at 0. Behind the last slot of a table stand seven
 * more, for searches that begin there.
 */

const wordsOfTable: usize = 12;
const slotsOfSearch: u32 = 8;

/** Said of the slots that are taken where a search has found none free. */
const crowded: u32 = 1 << 30;

/** Where the numbers by which keys are multiplied stand: seven odd ones, of 64 bits. */
const multipliers: usize = 64;

/** The bytes of a word that are the cell's, where so many of it are. */
function kept(bytes: u32): u64 {
  return ~(<u64>0) >> (<u64>(64 - (bytes << 3)));
}

/**
 * The hash of the words of a cell, each multiplied by a number of its own. Once more, since cells differ in few of their
 * bits, as digits do, and a product alone leaves them near to each other.
 */
function mixed(sum: u64): u64 {
  return (sum ^ (sum >> 32)) * 0x9e3779b97f4a7c15;
}

/** Where the answer for a cell of up to 8 bytes stands, searched from `slot` on; 0 where it is not known. */
function searchShort(from: usize, key: u64): usize {
  let slot = from;
  for (let left = slotsOfSearch; left > 0; left--) {
    const found = load<u64>(slot);
    if (found == key) return slot + 8;
    if (found == 0) return 0;
    slot += 16;
  }
  return 0;
}

/** The same for a cell of up to 24 bytes. */
function searchMiddle(from: usize, first: u64, second: u64, third: u64): usize {
  let slot = from;
  for (let left = slotsOfSearch; left > 0; left--) {
    const found = load<u64>(slot);
    if (found == first && load<u64>(slot, 8) == second && load<u64>(slot, 16) == third) return slot + 24;
    if (found == 0) return 0;
    slot += 32;
  }
  return 0;
}

/** A word of a cell of up to 56 bytes. */
function wordAt(start: usize, length: u32, place: u32): u64 {
  if (length >= place + 8) return load<u64>(start + place);
  return length > place ? load<u64>(start + place) & kept(length - place) : 0;
}

/** The same for a cell of up to 56 bytes. */
function findLong(column: usize, start: usize, length: u32): usize {
  const slots = <usize>load<u32>(column, 24);
  if (slots == 0) return 0;
  let hash: u64 = 0;
  for (let place: u32 = 0; place < 56; place += 8) {
    hash += wordAt(start, length, place) * load<u64>(multipliers + place);
  }
  let slot = slots + ((<usize>(mixed(hash) >> (<u64>load<u32>(column, 28)))) << 6);
  for (let left = slotsOfSearch; left > 0; left--) {
    let place: u32 = 0;
    while (place < 56 && load<u64>(slot + place) == wordAt(start, length, place)) place += 8;
    if (place == 56) return slot + 56;
    if (load<u64>(slot) == 0) return 0;
    slot += 64;
  }
  return 0;
}

/** Where the answer for a cell of any length stands; 0 where it is not known. */
export function find(column: usize, start: usize, length: u32): usize {
  if (length > 24) return length <= 56 ? findLong(column, start, length) : 0;
  const first = wordAt(start, length, 0);
  const table = length <= 8 ? column : column + wordsOfTable;
  const slots = <usize>load<u32>(table);
  if (slots == 0) return 0;
  const shift = <u64>load<u32>(table, 4);
  const hash = first * load<u64>(multipliers);
  if (length <= 8) return searchShort(slots + ((<usize>(mixed(hash) >> shift)) << 4), first);
  const second = wordAt(start, length, 8);
  const third = wordAt(start, length, 16);
  const whole = hash + second * load<u64>(multipliers, 8) + third * load<u64>(multipliers, 16);
  return searchMiddle(slots + ((<usize>(mixed(whole) >> shift)) << 5), first, second, third);
}

/**
 * Writes the answers for the cells of a column, from the record `from` on, to `out`: that for a blank cell is `blank`,
 * unless `stopsAtBlank`. The record whose cell is not known is the answer, or `count`. Cells of more than 8 bytes are first
 * compared with the one before: the lines of a patient stand together.
 */
export function knownInts(
  column: usize,
  starts: usize,
  ends: usize,
  step: u32,
  from: u32,
  count: u32,
  out: usize,
  blank: i32,
  stopsAtBlank: bool,
): u32 {
  // What is read from memory within the loop is read each time, so these are read before.
  const short = <usize>load<u32>(column);
  const middle = <usize>load<u32>(column, 12);
  const shiftOfShort = <u64>load<u32>(column, 4);
  const shiftOfMiddle = <u64>load<u32>(column, 16);
  const multiplier = load<u64>(multipliers);
  const otherMultiplier = load<u64>(multipliers, 8);
  let lastFirst: u64 = 0;
  let lastSecond: u64 = 0;
  let value: i32 = 0;
  let startAt = starts + from * step;
  let endAt = ends + from * step;
  for (let record = from; record < count; record++) {
    const start = <usize>load<u32>(startAt);
    const length = load<u32>(endAt) - <u32>start;
    startAt += step;
    endAt += step;
    if (length == 0) {
      if (stopsAtBlank) return record;
      store<i32>(out + (record << 2), blank);
      continue;
    }
    if (length <= 8) {
      if (short == 0) return record;
      const first = load<u64>(start) & kept(length);
      const found = searchShort(short + ((<usize>(mixed(first * multiplier) >> shiftOfShort)) << 4), first);
      if (found == 0) return record;
      value = load<i32>(found);
      lastFirst = 0;
    } else if (length <= 16) {
      const first = load<u64>(start);
      const second = load<u64>(start, 8) & kept(length - 8);
      if (first != lastFirst || second != lastSecond) {
        if (middle == 0) return record;
        const hash = first * multiplier + second * otherMultiplier;
        const found = searchMiddle(middle + ((<usize>(mixed(hash) >> shiftOfMiddle)) << 5), first, second, 0);
        if (found == 0) return record;
        value = load<i32>(found);
        lastFirst = first;
        lastSecond = second;
      }
    } else {
      const found = find(column, start, length);
      if (found == 0) return record;
      value = load<i32>(found);
      lastFirst = 0;
    }
    store<i32>(out + (record << 2), value);
  }
  return count;
}

/** The answer for one cell as a number; NaN where it is not known. */
export function knownNumber(column: usize, start: usize, length: u32): f64 {
  const found = find(column, start, length);
  return found == 0 ? NaN : load<f64>(found);
}

/** The slot for a key whose hash is known, in one of a column's tables: the first free one, or else the first. */
function slotFor(table: usize, hash: u64, size: u32): usize {
  const home = <usize>load<u32>(table) + <usize>(mixed(hash) >> (<u64>load<u32>(table, 4))) * size;
  let slot = home;
  for (let left = slotsOfSearch; left > 0; left--) {
    if (load<u64>(slot) == 0) {
      store<u32>(table, load<u32>(table, 8) + 1, 8);
      return slot;
    }
    slot += size;
  }
  store<u32>(table, crowded, 8);
  return home;
}

/**
 * Remembers the answer for a cell of 1 to 56 bytes. Where all slots of a search are taken the first is written over. The
 * number of slots that are taken is the answer, or `crowded`, or more.
 */
export function remember(column: usize, start: usize, length: u32, value: f64, isNumber: bool): u32 {
  const size: u32 = length <= 8 ? 16 : length <= 24 ? 32 : 64;
  const table = column + (length <= 8 ? 0 : length <= 24 ? wordsOfTable : wordsOfTable * 2);
  let hash: u64 = 0;
  for (let place: u32 = 0; place < size - 8; place += 8) {
    hash += wordAt(start, length, place) * load<u64>(multipliers + place);
  }
  const slot = slotFor(table, hash, size);
  for (let place: u32 = 0; place < size - 8; place += 8) store<u64>(slot + place, wordAt(start, length, place));
  if (isNumber) store<f64>(slot + size - 8, value);
  else store<i32>(slot + size - 8, <i32>value);
  return load<u32>(table, 8);
}

/** Moves what stands in slots from `from` up to `end` into a column's table that is empty. */
export function moveSlots(from: usize, end: usize, size: u32, table: usize): void {
  for (let old = from; old < end; old += size) {
    if (load<u64>(old) == 0) continue;
    let hash: u64 = 0;
    for (let place: u32 = 0; place < size - 8; place += 8)
      hash += load<u64>(old + place) * load<u64>(multipliers + place);
    memory.copy(slotFor(table, hash, size), old, size);
  }
}
