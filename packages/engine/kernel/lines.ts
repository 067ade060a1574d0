/**
 * One charge line as findings show it. What is not plain is not written: the text of a line that JSON would escape, that
 * has blanks around it, or that is not ASCII; a number of many digits; a value whose piece is not there.
 */
import { date } from "./dates";
import { digits, number, numberOrNull, put, short } from "./bytes";
import {
  amounts,
  claimEnds,
  codePieces,
  codes,
  days,
  filePieces,
  files,
  lineEnds,
  longestPiece,
  modifierPieces,
  modifiers,
  mostCodes,
  mostFiles,
  mostModifiers,
  patient,
  patientLength,
  rows,
  startsOfClaims,
  startsOfLines,
  units,
} from "./places";

const quote: u8 = 34;
const backslash: u8 = 92;
const space: u8 = 32;
const deleted: u8 = 127;
const none: u32 = 0xffffffff;

/** Where a table says of a value; 0 where it has no piece. */
function entry(table: usize, id: u32, most: u32): usize {
  if (id >= most) return 0;
  const at = table + ((<usize>id) << 3);
  return load<u32>(at) == 0 ? 0 : at;
}

/** Writes the piece that a table tells of. */
function piece(to: usize, at: usize): usize {
  return put(to, load<u32>(at), load<u32>(at, 4));
}

/** Writes the code of a line as it stands within a text; 0: it has no piece. */
export function code(to: usize, index: usize): usize {
  const at = entry(codePieces, load<u32>(codes + (index << 2)), mostCodes);
  return at == 0 ? 0 : piece(to, at);
}

/** Writes what stands from `start` up to `end` in quotes; 0: it is not plain. */
function text(to: usize, start: usize, end: usize): usize {
  if (end - start > longestPiece || load<u8>(start) == space || load<u8>(end - 1) == space) return 0;
  store<u8>(to++, quote);
  const controls = i8x16.splat(space);
  const quotes = i8x16.splat(quote);
  const backslashes = i8x16.splat(backslash);
  const deletes = i8x16.splat(deleted);
  for (; start < end; start += 16, to += 16) {
    const bytes = v128.load(start);
    // Bytes beyond ASCII are below 0.
    const odd = v128.or(
      v128.or(i8x16.lt_s(bytes, controls), i8x16.eq(bytes, quotes)),
      v128.or(i8x16.eq(bytes, backslashes), i8x16.eq(bytes, deletes)),
    );
    const left = <u32>(end - start);
    const within: u32 = left < 16 ? (1 << left) - 1 : 0xffff;
    if ((i8x16.bitmask(odd) & within) != 0) return 0;
    v128.store(to, bytes);
  }
  // As far beyond the end as the last sixteen bytes are.
  to -= start - end;
  store<u8>(to, quote);
  return to + 1;
}

/** Writes a line of the window; 0: something of it is not plain or not there. */
export function line(to: usize, index: usize): usize {
  const word = index << 2;
  const double = index << 3;
  const file = entry(filePieces, load<u32>(files + word), mostFiles);
  const code = entry(codePieces, load<u32>(codes + word), mostCodes);
  const lineStart = load<u32>(<usize>load<u32>(startsOfLines) + word);
  const lineEnd = load<u32>(lineEnds + word);
  const claimStart = load<u32>(<usize>load<u32>(startsOfClaims) + word);
  const claimEnd = load<u32>(claimEnds + word);
  if (file == 0 || code == 0 || lineEnd == 0 || claimEnd == 0) return 0;
  const row = load<u32>(rows + word);
  to = piece(to, file);
  to = digits(to, row);
  to = short(to, ',"line":');
  if (lineStart == lineEnd) {
    store<u8>(to, quote);
    to = digits(to + 1, row);
    store<u8>(to++, quote);
  } else {
    to = text(to, lineStart, lineEnd);
    if (to == 0) return 0;
  }
  to = short(to, ',"patient":"');
  to = put(to, patient, load<u32>(patientLength));
  to = short(to, '","claim":');
  if (claimStart == claimEnd) to = short(to, "null");
  else {
    to = text(to, claimStart, claimEnd);
    if (to == 0) return 0;
  }
  to = short(to, ',"date":"');
  to = date(to, load<i32>(days + word));
  if (to == 0) return 0;
  to = short(to, '","code":"');
  to = piece(to, code);
  to = short(to, '","modifiers":');
  const list = load<u32>(modifiers + word);
  if (list == none) to = short(to, '[],"units":');
  else {
    const at = entry(modifierPieces, list, mostModifiers);
    if (at == 0) return 0;
    to = piece(to, at);
  }
  to = number(to, load<f64>(units + double));
  if (to == 0) return 0;
  to = short(to, ',"amount":');
  to = numberOrNull(to, load<f64>(amounts + double));
  if (to == 0) return 0;
  store<u8>(to, 125);
  return to + 1;
}
