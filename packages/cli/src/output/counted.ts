/** Numbers and words as people read them, in one form on every machine. */

/** `1,234,567` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 rule`, `2 rules` */
export function counted(count: number, word: string): string {
  return `${thousands(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** `$1,234.50` */
export function money(amount: number): string {
  const [whole = "0", cents = "00"] = Math.abs(amount).toFixed(2).split(".");
  return `${amount < 0 ? "-" : ""}$${thousands(Number(whole))}.${cents}`;
}
