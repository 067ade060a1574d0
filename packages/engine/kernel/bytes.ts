/** Bytes of JSON: texts that are copied, and numbers. What is written beyond an end is written over by the next piece. */

/** Copies bytes; up to 15 beyond the end. */
export function put(to: usize, from: usize, length: usize): usize {
  const end = to + length;
  for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
  return end;
}

/** Writes up to 16 letters of ASCII. */
export function short(to: usize, text: string): usize {
  const from = changetype<usize>(text);
  v128.store(to, i8x16.narrow_i16x8_u(v128.load(from), v128.load(from, 16)));
  return to + <usize>text.length;
}

/** Writes a whole number. */
export function digits(to: usize, value: u32): usize {
  if (value < 10) {
    store<u8>(to, 48 + value);
    return to + 1;
  }
  let count: usize = 2;
  for (let most: u64 = 100; <u64>value >= most; most *= 10) count++;
  const end = to + count;
  for (let at = end - 1; at >= to; at--) {
    const tenth = value / 10;
    store<u8>(at, 48 + value - tenth * 10);
    value = tenth;
  }
  return end;
}

/**
 * Writes a number of at most nine digits and two of them behind the point; 0: it is another, or none. A number of so few
 * digits has no shorter form than itself, and is the one that is nearest to its hundredths divided by a hundred.
 */
export function number(to: usize, value: f64): usize {
  if (!(value >= 0 && value < 1e9)) return 0;
  const whole = <u32>value;
  if (<f64>whole == value) return digits(to, whole);
  const rounded = Math.floor(value * 100 + 0.5);
  if (rounded >= 1e9 || rounded / 100 != value) return 0;
  const hundredths = <u32>rounded;
  const before = hundredths / 100;
  const behind = hundredths - before * 100;
  to = digits(to, before);
  const tenths = behind / 10;
  const last = behind - tenths * 10;
  store<u8>(to, 46);
  store<u8>(to, 48 + tenths, 1);
  store<u8>(to, 48 + last, 2);
  return last == 0 ? to + 2 : to + 3;
}

/** The same; what is no number is null. */
export function numberOrNull(to: usize, value: f64): usize {
  return value == value ? number(to, value) : short(to, "null");
}
