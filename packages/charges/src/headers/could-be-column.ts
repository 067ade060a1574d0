/** Whether a column of some name could be read, whatever other columns its file has. */
import type { Field, Layout } from "@edict/rulebook";
import { fieldOrder } from "../lines/field-kind.js";
import { headerKey, layoutKey } from "./header-key.js";
import { nameOfHeader } from "./name-of-header.js";
import { notBeside } from "./usual-names.js";

const alone: ReadonlySet<string> = new Set();
const ownNames: ReadonlySet<string> = new Set(fieldOrder.map(headerKey));
/** Names that say nothing themselves, and whose being there says what another means. */
const companions: ReadonlySet<string> = new Set(notBeside.flatMap(({ beside }) => beside.map(headerKey)));

/** True for the name of a field, a usual name, and a header that one of the layouts reads. */
export function couldBeColumn(name: string, declared: readonly Field[], layouts: readonly Layout[]): boolean {
  const key = headerKey(name);
  if (ownNames.has(key) || companions.has(key) || nameOfHeader(name, alone) !== null) return true;
  if (declared.some((field) => headerKey(field.name) === key)) return true;
  const header = layoutKey(name);
  return layouts.some(({ entries }) => entries.some(({ from }) => from.some((one) => layoutKey(one) === header)));
}
