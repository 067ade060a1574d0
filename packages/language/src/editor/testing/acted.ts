/** Code actions done on marked text, for their tests: what there is to choose, and the files after one of them. */
import { analyse } from "../../analyse.js";
import { lower } from "../../compile.js";
import { memoryHost } from "../../../../../test/hosts/memory-host.js";
import type { CodeAction } from "../actions/code-action.js";
import { codeActions } from "../actions/code-actions.js";
import { analysed } from "./analysed.js";

/** The actions at the first caret, or at the first stretch that is marked. */
export function actionsAt(written: string, only: readonly string[] | null = null): readonly CodeAction[] {
  const { analysis, marks, path, offset } = analysed(written);
  const [at, range] = [...marks].flatMap(([file, { ranges }]) => ranges.map((one) => [file, one] as const))[0] ?? [
    path,
    { start: offset, end: offset },
  ];
  return codeActions(analysis, at, range, only);
}

/** Titles of the actions, the preferred ones with a star. */
export function titlesAt(written: string, only: readonly string[] | null = null): readonly string[] {
  return actionsAt(written, only).map(({ title, preferred }) => (preferred ? `${title} *` : title));
}

/** The text after an action, holes as `‹text›`; of several files those that changed. Never with more errors than before. */
export function acted(written: string, title: string, only: readonly string[] | null = null): string {
  const action = actionsAt(written, only).find((one) => one.title === title);
  if (action === undefined)
    throw new Error(`no action is called ${title}; there are: ${titlesAt(written, only).join("; ")}`);
  const { analysis } = analysed(written);
  const before = textsOf(written);
  const after = applied(before, action, false);
  const then = analyse([""], memoryHost(after));
  const errors = then.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > analysis.diagnostics.filter(({ severity }) => severity === "error").length) {
    throw new Error(`${title} leaves errors: ${errors.join("; ")}`);
  }
  const shown = [...applied(before, action, true)].filter(([path, text]) => text !== before.get(path));
  if (shown.length === 1) return shown[0]?.[1] ?? "";
  return shown.map(([path, text]) => `--- ${path}\n${text}`).join("");
}

/** The rulebook after an action and before it, without places. */
export function meanings(written: string, title: string): { readonly before: unknown; readonly after: unknown } {
  const action = actionsAt(written).find((one) => one.title === title);
  if (action === undefined) throw new Error(`no action is called ${title}`);
  const texts = textsOf(written);
  return { before: meaningOf(texts), after: meaningOf(applied(texts, action, false)) };
}

function textsOf(written: string): ReadonlyMap<string, string> {
  return new Map([...analysed(written).marks].map(([path, { text }]) => [path, text]));
}

function applied(
  texts: ReadonlyMap<string, string>,
  { edits }: CodeAction,
  showHoles: boolean,
): ReadonlyMap<string, string> {
  const after = new Map(texts);
  for (const { span, text, holes = [] } of [...edits].sort((left, right) => right.span.start - left.span.start)) {
    const shown = showHoles
      ? [...holes]
          .reverse()
          .reduce((so, { start, end }) => `${so.slice(0, start)}‹${so.slice(start, end)}›${so.slice(end)}`, text)
      : text;
    const old = after.get(span.file) ?? "";
    after.set(span.file, old.slice(0, span.start) + shown + old.slice(span.end));
  }
  return after;
}

function meaningOf(texts: ReadonlyMap<string, string>): unknown {
  const rulebook = lower(analyse([""], memoryHost(texts)));
  if (rulebook === null) throw new Error("a rulebook with errors has no meaning");
  const { codes, diagnoses, modifiers, ...others } = rulebook;
  const sets = new Map([...codes, ...diagnoses, ...modifiers].map(({ name, spans }) => [name, spans]));
  return unnamed(others, sets);
}

/** Without places, and with the codes of a named set in the place of its name. */
function unnamed(value: unknown, sets: ReadonlyMap<string, readonly unknown[]>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => unnamed(item, sets));
  const entries = Object.entries(value).filter(([key]) => key !== "at" && key !== "label");
  const plain = Object.fromEntries(entries.map(([key, part]) => [key, unnamed(part, sets)]));
  const { sets: names, spans } = plain;
  if (!Array.isArray(names) || !Array.isArray(spans)) return plain;
  const all = [...spans, ...names.flatMap((name) => sets.get(String(name)) ?? [])];
  return { ...plain, sets: [], spans: all.map((span) => JSON.stringify(span)).sort() };
}
