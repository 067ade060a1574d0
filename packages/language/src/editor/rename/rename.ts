/**
 * Renaming, over all files of a rulebook: rules, sets, payers, groups, settings, fields, episodes, authorities, tables with
 * their columns, and layouts. A rename never changes what a rulebook means; where it would, it is refused with a reason.
 */
import type { Edit } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import { coversText } from "../../names/payers.js";
import type { Analysis } from "../../analyse.js";
import type { Node } from "../../ast/nodes.js";
import { placeAt } from "../../source/source.js";
import type { Named, Use } from "../names-at.js";
import { nameAt, usesOf } from "../names-at.js";
import { keptOutside } from "./kept-outside.js";
import { whyNot } from "./legal-name.js";
import { meaningLost } from "./meaning-kept.js";
import { payerSaying } from "./payer-texts.js";
import type { Renamed } from "./renamed.js";
import { renamedOf } from "./renamed.js";
import { readsTheSame } from "./same-tree.js";
import { unreadUse } from "./unread-uses.js";

/** Lower case, no stop at the end; what is in the way, then what to do. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
}

/** What a rename starts from. */
export interface Renameable {
  readonly kind: "renameable";
  /** The name at the caret. */
  readonly at: Node;
  readonly name: string;
}

/** The edits of a rename, by file and place. */
export interface Renaming {
  readonly kind: "renaming";
  readonly edits: readonly Edit[];
  /** What no edit can reach, and a person should know. */
  readonly notes: readonly string[];
}

/** What would be renamed at an offset. */
export function prepareRename(analysis: Analysis, path: string, offset: number): Renameable | Refusal {
  const named = nameAt(analysis, path, offset);
  const renamed = renamedOf(named?.target ?? null);
  if (renamed.kind === "no-name") return refused(renamed.reason);
  if (named === null) throw new Error("what can be renamed is named");
  if (isLineText(named, renamed)) return refused(`this is what a charge line says; rename ${renamed.name} elsewhere`);
  if (usesOf(analysis, renamed).every(({ role }) => role === "use")) {
    return refused(`${renamed.name} is declared nowhere; declare it first`);
  }
  return { kind: "renameable", at: { start: named.start, end: named.end }, name: renamed.name };
}

/** The edits that give what is named at an offset another name. */
export function renameAt(analysis: Analysis, path: string, offset: number, to: string): Renaming | Refusal {
  const prepared = prepareRename(analysis, path, offset);
  const renamed = renamedOf(nameAt(analysis, path, offset)?.target ?? null);
  if (prepared.kind === "refused") return prepared;
  if (renamed.kind === "no-name") throw new Error("what is prepared can be renamed");
  if (renamed.name === to) return { kind: "renaming", edits: [], notes: [] };
  const uses = usesOf(analysis, renamed).filter((use) => !isLineText(use, renamed));
  const reason =
    whyNot(analysis, renamed, to) ??
    takenText(analysis, renamed, to) ??
    meaningLost(analysis, renamed, to, uses) ??
    unread(analysis, renamed.name);
  if (reason !== null) return refused(reason);
  const kept = keptOutside(analysis, renamed, to);
  const edits = [
    ...uses.map(({ path: file, start, end }) => ({ span: { file, start, end }, text: to })),
    ...kept.edits,
  ].sort((left, right) => compareBytes(left.span.file, right.span.file) || left.span.start - right.span.start);
  if (!readsTheSame(analysis, renamed.name, to, edits)) {
    return refused(`${to} is read as something else where ${renamed.name} stands; choose another name`);
  }
  return { kind: "renaming", edits, notes: kept.notes };
}

/** A payer in a test's quotes is what a line says: it is the payer's, under its old name as under its new. */
function isLineText({ mention }: Use | Named, renamed: Renamed): boolean {
  const { stands } = mention;
  const isParty = renamed.kind === "declared" && (renamed.what === "payer" || renamed.what === "payers");
  return isParty && stands.kind === "value" && stands.inTest && stands.quoted;
}

/** A payer's name is a text that its lines say; a text that becomes two payers' would make their lines of both. */
function takenText(analysis: Analysis, renamed: Renamed, to: string): string | null {
  if (renamed.kind === "column" || renamed.what !== "payer") return null;
  const own = analysis.book.declared.get(renamed.name)?.node;
  // Lines that say it are of both as it is: payers that overlap on purpose may be renamed.
  if (own?.kind === "payer" && coversText(own, to)) return null;
  const other = payerSaying(analysis, to, renamed.name);
  return other === null ? null : `lines that say ${to} are of ${other}; choose another name`;
}

function unread(analysis: Analysis, name: string): string | null {
  const span = unreadUse(analysis, name);
  const file = span === null ? undefined : analysis.files.get(span.file);
  if (span === null || file === undefined) return null;
  const { line } = placeAt(file.source, span.start);
  return `${span.file}, line ${line}, cannot be read and holds ${name}; mend it first`;
}

function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}
