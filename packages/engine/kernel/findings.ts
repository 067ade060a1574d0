/**
 * Findings, one a line. Where the kernel comes to something that it cannot write, it stops and says at what: then it is
 * told to go on, since what was not there is there now, or is given the bytes of it.
 *
 * Of a version of a rule it knows, by words: how many bytes its pieces and placeholders are at most; how many parts the
 * message has, or `none` where it is always given; the piece before the message, by its place and its length; the piece
 * behind the other lines of a finding without a row, a count and an allowance; the suggestion; the piece behind the
 * suggestion. A length of 0: there is no such piece. Then come the parts, each a piece, or a placeholder whose length is `none`.
 */
import { number, numberOrNull, digits, put, short } from "./bytes";
import { date } from "./dates";
import { code, line } from "./lines";
import {
  days,
  given as givenAt,
  longestGiven,
  longestPiece,
  mostLines,
  named,
  output,
  outputEnd,
  stands,
  units,
} from "./places";

const none: u32 = 0xffffffff;
const wordsOfVersion: u32 = 10;

/** What a call answers: the finding is written; and there is enough to hand over; or what the kernel stopped at. */
const written: u32 = 0;
const isEnough: u32 = 1;
const atMessage: u32 = 2;
const atLine: u32 = 3;
const atEnd: u32 = 4;
const atNoRoom: u32 = 5;

/**
 * So many bytes are collected before they are handed over: few at first, so that whoever waits for them need not wait long,
 * and what hands them over has been run before V8 compiles it for good.
 */
let enough: usize = 1 << 14;
/** With what comes over it, a piece is still less than a megabyte, which is what threads hand over at once. */
const mostAtOnce: usize = 1 << 19;

/** A line takes less: the pieces of its file, code, modifiers and patient, and two texts. */
const roomForLine: usize = 8 * longestPiece;
/** What is written between pieces takes less. */
const roomForMore: usize = 1 << 10;

/** How far the output is, and where the finding at hand begins. */
let out: usize = output;
let start: usize = output;

/**
 * Where a line stands is kept as its place and so many bytes: what was handed over before, so that no two lines were ever
 * written at the same one. A line stands in the output where that is at least the mark.
 */
let shift: u32 = 0;
let mark: u32 = <u32>output;
const mostShift: u32 = 1 << 30;

/** The finding at hand. */
let version: usize = 0;
let nearest: i32 = -1;
let others: u32 = 0;
let row: i32 = -1;
let count: f64 = 0;
let allowed: f64 = 0;

/** What is to be written next, and of the lines which. */
let stage: u32 = atMessage;
let at: u32 = 0;

/** How many bytes are waiting at the beginning of the output. */
export function waiting(): u32 {
  return <u32>(out - output);
}

/** Empties the output. */
export function empty(): void {
  goBackTo(output);
  if (enough < mostAtOnce) enough <<= 1;
}

/** Takes the finding at hand back. */
export function undo(): void {
  goBackTo(start);
}

/** Forgets where lines stand. */
export function forget(): void {
  mark = <u32>out + shift;
}

function goBackTo(place: usize): void {
  shift += <u32>(out - place);
  out = place;
  if (shift > mostShift) {
    memory.fill(stands, 0, 8 * mostLines);
    shift = 0;
  }
  forget();
}

/** Which of the lines the kernel stopped at. */
export function stoppedAt(): u32 {
  return at;
}

/**
 * Writes a finding of a version; its lines are named in their place, the subject first, with so many others. What is no
 * number is no count, and no allowance.
 */
export function finding(is: usize, near: i32, more: u32, tableRow: i32, counted: f64, most: f64): u32 {
  version = is;
  nearest = near;
  others = more;
  row = tableRow;
  count = counted;
  allowed = most;
  start = out;
  stage = atMessage;
  at = 0;
  if (lacksRoom(load<u32>(is))) return atNoRoom;
  out = put(out, load<u32>(is, 8), load<u32>(is, 12));
  return goOn();
}

/** Goes on with the finding at hand. */
export function goOn(): u32 {
  if (stage == atMessage) {
    const to = message();
    if (to == 0) return atMessage;
    endMessage(to);
  }
  if (stage == atLine) {
    while (at <= others) {
      if (lacksRoom(roomForLine)) return atNoRoom;
      const index = load<u32>(named + ((<usize>at) << 2));
      const from = load<u32>(stands + ((<usize>index) << 3));
      if (from >= mark) {
        if (!copyLines(index, from - shift)) return atNoRoom;
      } else {
        const begin = at > 1 ? comma() : out;
        const to = line(begin, index);
        if (to == 0) return atLine;
        endLine(index, begin, to);
      }
    }
    stage = atEnd;
  }
  if (lacksRoom(load<u32>(version))) return atNoRoom;
  const to = end();
  return to == 0 ? atEnd : endFinding(to);
}

/** Goes on with so many bytes in place of what the kernel stopped at. */
export function give(length: u32): u32 {
  if (lacksRoom(length + load<u32>(version))) return atNoRoom;
  if (stage == atMessage) endMessage(put(out, givenAt, length));
  else if (stage == atLine) {
    const begin = at > 1 ? comma() : out;
    endLine(load<u32>(named + ((<usize>at) << 2)), begin, put(begin, givenAt, length));
  } else return endFinding(behindSuggestion(put(out, givenAt, length)));
  return goOn();
}

/** True where there is no room for so many bytes, and some more. */
function lacksRoom(length: usize): bool {
  return out + length + roomForMore > outputEnd;
}

/** The place behind a comma. */
function comma(): usize {
  store<u8>(out, 44);
  return out + 1;
}

function endMessage(to: usize): void {
  out = short(to, '","subject":');
  stage = atLine;
}

function endLine(index: usize, begin: usize, to: usize): void {
  store<u32>(stands + (index << 3), <u32>begin + shift);
  store<u32>(stands + (index << 3), <u32>to + shift, 4);
  out = at == 0 ? short(to, ',"others":[') : to;
  at++;
}

/**
 * Copies a line that stands at `from`, and those behind it that are named next. Findings of one rule after another name
 * nearly the same lines in the same order. A copy is where a line stands from then on. False: there is no room.
 */
function copyLines(first: usize, from: usize): bool {
  const begin = at > 1 ? comma() : out;
  let next = at + 1;
  let end = load<u32>(stands + (first << 3), 4);
  // The subject stands alone.
  if (at != 0) {
    for (; next <= others; next++) {
      const place = stands + ((<usize>load<u32>(named + ((<usize>next) << 2))) << 3);
      // What is forgotten ends before the mark, where nothing begins that is not.
      if (load<u32>(place) != end + 1) break;
      end = load<u32>(place, 4);
    }
  }
  const length = <usize>(end - shift) - from;
  if (lacksRoom(length)) return false;
  // Only now: where there is no room the lines stand where they stood.
  const further = <u32>(begin - from);
  for (let line = at; line < next; line++) {
    const place = stands + ((<usize>load<u32>(named + ((<usize>line) << 2))) << 3);
    store<u32>(place, load<u32>(place) + further);
    store<u32>(place, load<u32>(place, 4) + further, 4);
  }
  if (length < 1024) put(begin, from, length);
  else memory.copy(begin, from, length);
  const to = begin + length;
  out = at == 0 ? short(to, ',"others":[') : to;
  at = next;
  return true;
}

/** Writes the message; 0: something of it cannot be written. */
function message(): usize {
  const parts = load<u32>(version, 4);
  if (parts == none) return 0;
  let to = out;
  let part = version + wordsOfVersion * 4;
  for (const end = part + ((<usize>parts) << 3); part < end; part += 8) {
    const length = load<u32>(part, 4);
    to = length == none ? placeholder(to, load<u32>(part)) : put(to, load<u32>(part), length);
    if (to == 0) return 0;
  }
  return to;
}

/** Writes what stands for a placeholder; 0: it cannot be written. They are numbered as the writer lists them. */
function placeholder(to: usize, name: u32): usize {
  const subject = <usize>load<u32>(named);
  const near = nearest;
  switch (name) {
    case 0:
      return code(to, subject);
    case 1:
      return date(to, load<i32>(days + (subject << 2)));
    case 2:
      return number(to, load<f64>(units + (subject << 3)));
    case 3:
      return near < 0 ? to : code(to, near);
    case 4:
      return near < 0 ? to : date(to, load<i32>(days + ((<usize>near) << 2)));
    case 5: {
      if (near < 0) return to;
      const apart = load<i32>(days + ((<usize>near) << 2)) - load<i32>(days + (subject << 2));
      return digits(to, apart < 0 ? -apart : apart);
    }
    case 6:
      return count == count ? number(to, count) : to;
    default:
      return allowed == allowed ? number(to, allowed) : to;
  }
}

/** Writes what stands behind the other lines; 0: something of it cannot be written. */
function end(): usize {
  const length = load<u32>(version, 20);
  if (length != 0 && row < 0 && count != count && allowed != allowed) return put(out, load<u32>(version, 16), length);
  const suggestion = load<u32>(version, 28);
  if (suggestion == 0) return 0;
  let to = short(out, '],"tableRow":');
  // The header is row 1.
  to = row < 0 ? short(to, "null") : digits(to, <u32>row + 2);
  to = short(to, ',"count":');
  to = numberOrNull(to, count);
  if (to == 0) return 0;
  to = short(to, ',"allowed":');
  to = numberOrNull(to, allowed);
  if (to == 0) return 0;
  to = short(to, ',"suggestion":');
  return behindSuggestion(put(to, load<u32>(version, 24), suggestion));
}

function behindSuggestion(to: usize): usize {
  return put(to, load<u32>(version, 32), load<u32>(version, 36));
}

function endFinding(to: usize): u32 {
  out = to;
  return to - output < enough ? written : isEnough;
}
