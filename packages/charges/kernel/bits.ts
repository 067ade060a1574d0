/** Bytes as bits, 64 at a time. */

/** A bit for each of 64 bytes that is `byte`. */
export function bitsOf(at: usize, byte: v128): u64 {
  const first = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), byte)));
  const second = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 16), byte)));
  const third = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 32), byte)));
  const fourth = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 48), byte)));
  return first | (second << 16) | (third << 32) | (fourth << 48);
}

/** A bit for each of 64 bytes that is one of two. */
export function bitsOfEither(at: usize, one: v128, other: v128): u64 {
  const first = <u64>(<u32>i8x16.bitmask(either(at, one, other)));
  const second = <u64>(<u32>i8x16.bitmask(either(at + 16, one, other)));
  const third = <u64>(<u32>i8x16.bitmask(either(at + 32, one, other)));
  const fourth = <u64>(<u32>i8x16.bitmask(either(at + 48, one, other)));
  return first | (second << 16) | (third << 32) | (fourth << 48);
}

/** The bytes of 16 that are one of two, as a mask. */
export function either(at: usize, one: v128, other: v128): v128 {
  const bytes = v128.load(at);
  return v128.or(i8x16.eq(bytes, one), i8x16.eq(bytes, other));
}
