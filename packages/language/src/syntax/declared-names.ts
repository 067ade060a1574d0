/**
 * What a declared name may not be: a code, a diagnosis, a code with modifiers or digits, since wherever the name were
 * used the code would be meant; nor, but for a field, a word that always means itself (`language.md` section 2).
 */
import type { Diagnostic } from "@edict/rulebook";
import type { DeclaringName } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import type { BareDeclaration } from "./grammar/declarations.js";
import { typeOfWord } from "./lex.js";
import { anyName, freeName, isHardWord, oddWord, word } from "./tokens.js";

/** Reports a declaration's name where it can be no name. */
export function checkName(source: Source, declaration: BareDeclaration, diagnostics: Diagnostic[]): void {
  const complaint = "name" in declaration ? complain(source, declaration.kind, declaration.name) : null;
  if (complaint !== null) diagnostics.push(complaint);
}

function complain(source: Source, kind: BareDeclaration["kind"], name: DeclaringName): Diagnostic | null {
  // What a repair put in has no letters to complain of.
  const problem = name.end === name.start ? null : nameProblem(kind, name.text);
  if (problem === null) return null;
  const at = stretchOf(source, name);
  const { code, instead } = problem;
  const company = { fixes: [{ title: `name it ${instead}`, edits: [{ at, text: instead }] }] };
  return report(syntax, code, at, { name: name.text, instead }, company);
}

/** Why something of a kind cannot have a name, and what it can be called instead; null where it can. */
export function nameProblem(
  kind: BareDeclaration["kind"],
  name: string,
): { readonly code: "word-as-name" | "code-as-name"; readonly instead: string } | null {
  const type = typeOfWord(name);
  // What is no word at all was reported when it was read.
  if (type === oddWord) return null;
  const isName =
    !name.includes(".") && (type.CATEGORIES ?? []).some((category) => category === freeName || category === anyName);
  const groupWord = kind === "episode" && (["line", "day", "claim", "patient"] as const).map(word).includes(type);
  const reserved = kind !== "field" && (isHardWord(type) || groupWord);
  if (isName && !reserved) return null;
  const instead = reserved ? name.charAt(0).toUpperCase() + name.slice(1) : otherName(kind, name);
  return { code: reserved ? "word-as-name" : "code-as-name", instead };
}

/** `R-1001` for `R1001`, `C-61` for `C61`, `Codes-77301` for `77301`. */
function otherName(kind: string, name: string): string {
  const letters = /^[A-Za-z]/.test(name);
  const plain = name.replaceAll(".", "-");
  if (letters) return `${plain.charAt(0)}-${plain.slice(1)}`;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}-${plain}`;
}
