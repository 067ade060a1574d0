/** Payers and groups of payers: who the members of a group are, with groups within groups unfolded, less those after `except`. */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { PayerDeclaration } from "../ast/nodes.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import { stretchOf } from "../source/source.js";
import { arrange } from "./circles.js";
import type { Declared } from "./declared.js";
import { allOf } from "./declared.js";

/** Each payer's and each group's payers: the payer itself, or all members; sorted by bytes. */
export type PayerAliases = ReadonlyMap<string, readonly string[]>;

/** Whether an alias of a payer covers a text; case does not count, and a star stands for any ending. */
export function coversText({ aliases }: PayerDeclaration, text: string): boolean {
  const lowered = text.toLowerCase();
  return aliases.some(({ text: alias }) => {
    const written = alias.toLowerCase();
    return written.endsWith("*") ? lowered.startsWith(written.slice(0, -1)) : lowered === written;
  });
}

/** Unfolds groups, and reports those that contain themselves. */
export function resolvePayers(declared: Declared, diagnostics: Diagnostic[]): PayerAliases {
  const groups = new Map(allOf(declared, "payers").map((group) => [group.node.name.text, group]));
  const resolved = new Map<string, readonly string[]>();
  for (const { node } of allOf(declared, "payer")) resolved.set(node.name.text, [node.name.text]);
  const members = (name: string): readonly string[] => groups.get(name)?.node.members.map(({ text }) => text) ?? [];
  const except = (name: string): readonly string[] => groups.get(name)?.node.except.map(({ text }) => text) ?? [];
  const { order, circles } = arrange(groups.keys(), (name) =>
    [...members(name), ...except(name)].filter((member) => groups.has(member)),
  );
  for (const circle of circles) {
    const last = groups.get(circle.at(-2) ?? "");
    if (last === undefined) continue;
    const closing =
      [...last.node.members, ...last.node.except].find(({ text }) => text === circle[0]) ?? last.node.name;
    diagnostics.push(report(names, "set-contains-itself", stretchOf(last.source, closing), { circle }));
  }
  for (const name of order) {
    const all = new Set(members(name).flatMap((member) => resolved.get(member) ?? []));
    for (const member of except(name)) for (const payer of resolved.get(member) ?? []) all.delete(payer);
    resolved.set(name, [...all].sort(compareBytes));
  }
  return resolved;
}
