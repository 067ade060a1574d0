/**
 * What cells of a column were read as, by their bytes. It is a memory of answers and no more: a cell that it does not know
 * is put down for the portable reader, or it stops there, and what that reader answers is put here. So what comes out is
 * what the portable reader says, whatever is remembered.
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

/** The place where `knownInts` leaves how many cells it has put down to be read. */
const answer: usize = 0;

/** What stands for the answer of a cell that is put down: this and lower, by its place among them. No answer is one of these. */
const pending: i32 = -(1 << 30);
const mostPending: u32 = 1 << 13;

/** The first word of a slot whose cell cannot be read. No cell has such bytes, so that it is put down whenever it comes. */
const noCell: u64 = ~(<u64>0);

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
 * Takes a slot for a cell of up to 16 bytes that is to be read, and puts down its record and where its answer belongs, which
 * is what it gives; 0 where there is no room. A slot that two such cells take one after the other is the second one's, since
 * their answers come in the same order.
 */
function putDown(column: usize, start: usize, length: u32, record: u32, list: usize): usize {
  const count = load<u32>(answer);
  const isShort = length <= 8;
  const table = isShort ? column : column + wordsOfTable;
  const size: u32 = isShort ? 16 : 32;
  if (load<u32>(table) == 0 || count == mostPending) return 0;
  const first = wordAt(start, length, 0);
  const second = wordAt(start, length, 8);
  const slot = slotFor(table, first * load<u64>(multipliers) + second * load<u64>(multipliers, 8), size);
  store<u64>(slot, first);
  if (!isShort) {
    store<u64>(slot, second, 8);
    store<u64>(slot, 0, 16);
  }
  const place = slot + size - 8;
  store<i32>(place, pending - <i32>count);
  const entry = list + ((<usize>count) << 3);
  store<u32>(entry, record);
  store<u32>(entry, place, 4);
  store<u32>(answer, count + 1);
  return place;
}

/**
 * Writes the answers for the cells of a column, from the record `from` on, to `out`: that for a blank cell is `blank`,
 * unless `stopsAtBlank`. Cells of up to 16 bytes that are not known are put down in `list`, once each, and something stands
 * for their answers until `settle` puts these in its place; how many there are is left. The record of another cell that is
 * not known is the answer, or `count`. Cells of more than 8 bytes are first compared with the one before: the lines of a
 * patient stand together.
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
  list: usize,
): u32 {
  // What is read from memory within the loop is read each time, so these are read before.
  const short = <usize>load<u32>(column);
  const middle = <usize>load<u32>(column, 12);
  const shiftOfShort = <u64>load<u32>(column, 4);
  const shiftOfMiddle = <u64>load<u32>(column, 16);
  const multiplier = load<u64>(multipliers);
  const otherMultiplier = load<u64>(multipliers, 8);
  store<u32>(answer, 0);
  let lastFirst: u64 = 0;
  let lastSecond: u64 = 0;
  let value: i32 = 0;
  let record = from;
  while (record < count) {
    let startAt = starts + record * step;
    let endAt = ends + record * step;
    // Within this loop nothing is called, so that all of it stays in the processor's registers.
    for (; record < count; record++) {
      const start = <usize>load<u32>(startAt);
      const length = load<u32>(endAt) - <u32>start;
      startAt += step;
      endAt += step;
      if (length == 0) {
        if (stopsAtBlank) return record;
        store<i32>(out + (record << 2), blank);
        continue;
      }
      const first = load<u64>(start);
      if (length <= 8) {
        if (short == 0) break;
        const key = first & kept(length);
        const found = searchShort(short + ((<usize>(mixed(key * multiplier) >> shiftOfShort)) << 4), key);
        if (found == 0) break;
        value = load<i32>(found);
        lastFirst = 0;
      } else if (length <= 16) {
        const second = load<u64>(start, 8) & kept(length - 8);
        if (first != lastFirst || second != lastSecond) {
          if (middle == 0) break;
          const hash = first * multiplier + second * otherMultiplier;
          const found = searchMiddle(middle + ((<usize>(mixed(hash) >> shiftOfMiddle)) << 5), first, second, 0);
          if (found == 0) break;
          value = load<i32>(found);
          lastFirst = first;
          lastSecond = second;
        }
      } else {
        break;
      }
      store<i32>(out + (record << 2), value);
    }
    if (record == count) break;
    const start = <usize>load<u32>(starts + record * step);
    const length = load<u32>(ends + record * step) - <u32>start;
    const found = length <= 16 ? putDown(column, start, length, record, list) : find(column, start, length);
    if (found == 0) break;
    store<i32>(out + (record << 2), load<i32>(found));
    record++;
  }
  return record;
}

/** Puts answers in the place of what stands for them, of the records from `from` up to `to`; `list` has one for each that was put down. */
export function settle(out: usize, from: u32, to: u32, list: usize): void {
  for (let record = from; record < to; record++) {
    const place = <u32>(pending - load<i32>(out + (record << 2)));
    if (place < mostPending) store<i32>(out + (record << 2), load<i32>(list + ((<usize>place) << 3)));
  }
}

/** The answer for one cell as a number; NaN where it is not known. */
export function knownNumber(column: usize, start: usize, length: u32): f64 {
  const found = find(column, start, length);
  return found == 0 ? NaN : load<f64>(found);
}

/** Remembers the answer for a cell of 1 to 56 bytes. Where all slots of a search are taken the first is written over. */
export function remember(column: usize, start: usize, length: u32, value: f64, isNumber: bool): void {
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
}

/** Moves what stands in slots from `from` up to `end` into a column's table that is empty. */
export function moveSlots(from: usize, end: usize, size: u32, table: usize): void {
  for (let old = from; old < end; old += size) {
    if (load<u64>(old) == 0 || load<u64>(old) == noCell) continue;
    let hash: u64 = 0;
    for (let place: u32 = 0; place < size - 8; place += 8)
      hash += load<u64>(old + place) * load<u64>(multipliers + place);
    memory.copy(slotFor(table, hash, size), old, size);
  }
}
