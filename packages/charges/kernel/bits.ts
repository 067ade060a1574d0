/** Bytes as bits, 64 at a time. */

/** A bit for each of 64 bytes that is `byte`. */
export function bitsOf(at: usize, byte: v128): u64 {
  const first = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), byte)));
  const second = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 16), byte)));
  const third = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 32), byte)));
  const fourth = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 48), byte)));
  return first | (second << 16) | (third << 32) | (fourth << 48);
}
