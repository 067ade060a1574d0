/** Date formats of layouts: year, month and day once each, with signs between them. */

/** True of a format such as `MM/DD/YYYY`, `YYYYMMDD` or `D.M.YY`. */
export function isDateFormat(format: string): boolean {
  const parts = format.match(/YYYY|YY|MM|M|DD|D|[A-Za-z]/g) ?? [];
  if (parts.length !== 3 || !parts.every((part) => /^[YMD]+$/.test(part) && part !== "Y")) return false;
  if (new Set(parts.map((part) => part.charAt(0))).size !== 3) return false;
  // A part of one sign is as long as its number: only a sign after it says where it ends.
  return !/(?:^|[^M])M(?=[YD])|(?:^|[^D])D(?=[YM])/.test(format);
}
