/** Random outcomes, messages, suggestions and citations, of what the statement can fill. */
import type { Citation, MessagePart, Outcome, Placeholder, Suggestion } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { oneOf, orNull } from "./plain.js";
import type { TableName } from "./vocabulary.js";
import { codes, columns, columnsOf, modifiers } from "./vocabulary.js";

export const authorities = ["LCD", "NCCI"] as const;

export const because: Arbitrary<Citation[]> = fc.array(
  fc.record({ authority: oneOf(authorities), detail: orNull(fc.constant("section 4"), 50) }),
  { maxLength: 2, size: "max" },
);

/** An outcome with a message of a few parts. */
export function outcome(table: TableName | null, fills: readonly Placeholder[]): Arbitrary<Outcome> {
  const part = fc.oneof(
    oneOf(["x ", " — ", ' is "y"']).map((text): MessagePart => ({ kind: "text", text })),
    oneOf(fills).map((name): MessagePart => ({ kind: "placeholder", name })),
    ...(table === null ? [] : [oneOf(columns[table]).map(({ name }): MessagePart => ({ kind: "row", column: name }))]),
  );
  return fc.record({
    severity: oneOf(["deny", "hold", "review", "advise"] as const),
    carc: orNull(fc.constant("97"), 50),
    rarc: orNull(fc.constant("N20"), 50),
    message: fc.array(part, { maxLength: 5, size: "max" }),
  });
}

/** Another code, or for some of them the nearest of a table, on the days that its rows say or on any. */
function replacement(code: string): Suggestion {
  const nearest = { kind: "nearest-code", table: "Pairs", codes: "column2" } as const;
  if (code === "77338") return { ...nearest, from: "effective", to: "deleted" };
  if (code === "77385") return { ...nearest, codes: "column1", from: null, to: null };
  return { kind: "replace", code };
}

/** A suggestion of any kind; `units` only where there is an allowance. */
export function suggestion(table: TableName | null, fills: readonly Placeholder[]): Arbitrary<Suggestion> {
  const replacing = columnsOf(table, "code");
  return fc.oneof(
    fc.constant<Suggestion>({ kind: "remove" }),
    oneOf(modifiers).map((modifier): Suggestion => ({ kind: "modifier", modifier })),
    oneOf(codes).map(replacement),
    fc.constant<Suggestion>({ kind: "text", text: "look again" }),
    ...(replacing.length > 0 ? [oneOf(replacing).map((column): Suggestion => ({ kind: "replace-row", column }))] : []),
    ...(fills.includes("allowed") ? [fc.constant<Suggestion>({ kind: "units" })] : []),
  );
}
