/** Text, printed and read again: the same rulebook but for places. */
import type { Host } from "@edict/language";
import { compile, parse, printFile } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { printRulebook } from "@edict/rulebook";

/** A text in the canonical layout. */
export function printed(text: string): string {
  return printFile(parse({ path: "a.edict", text }).file);
}

/** A rulebook's document without places, which a change of layout moves. */
export function withoutPlaces(rulebook: Rulebook): string {
  return JSON.stringify(JSON.parse(printRulebook(rulebook)), (key, value: unknown) => (key === "at" ? null : value), 1);
}

/** The host, with every rule file printed. */
export function printing(host: Host): Host {
  return { ...host, read: (path) => printed(host.read(path)) };
}

/** Compiles some files as they are and as they are printed; null where they have errors. */
export function bothWays(roots: readonly string[], host: Host): { asWritten: string; asPrinted: string } | null {
  const asWritten = compile(roots, host).rulebook;
  if (asWritten === null) return null;
  const asPrinted = compile(roots, printing(host));
  const errors = asPrinted.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return {
    asWritten: withoutPlaces(asWritten),
    asPrinted: asPrinted.rulebook === null ? errors.join("\n") : withoutPlaces(asPrinted.rulebook),
  };
}
