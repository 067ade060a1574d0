/** Amounts of money as people read them, in one form on every machine. */
import { thousands } from "@edict/rulebook";

/** `$1,234.50` */
export function money(amount: number): string {
  const [whole = "0", cents = "00"] = Math.abs(amount).toFixed(2).split(".");
  return `${amount < 0 ? "-" : ""}$${thousands(Number(whole))}.${cents}`;
}
