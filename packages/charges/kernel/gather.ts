/** Puts the bytes of a column's cells one behind another. */

/**
 * Copies the cells of records from `from` up to `to`, as long as their bytes go into `room`, and writes to `sums` where
 * each ends, counted from `sum` on. The record that it stops before is the answer. It writes up to 16 bytes beyond.
 */
export function gather(
  starts: usize,
  ends: usize,
  step: u32,
  from: u32,
  to: u32,
  into: usize,
  room: u32,
  sums: usize,
  sum: u32,
): u32 {
  let place = into;
  const end = into + room;
  for (let record = from; record < to; record++) {
    const start = <usize>load<u32>(starts + record * step);
    const length = load<u32>(ends + record * step) - <u32>start;
    if (place + length > end) return record;
    for (let at: u32 = 0; at < length; at += 16) v128.store(place + at, v128.load(start + at));
    place += length;
    sum += length;
    store<u32>(sums + (record << 2), sum);
  }
  return to;
}
