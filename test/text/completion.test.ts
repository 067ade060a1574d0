/**
 * Two laws, over the rule files of the examples and the conformance cases. Completeness: at each place between two
 * tokens, what stands there next is among what is offered, be it a keyword, a name or a value. Soundness: what is
 * offered as a keyword can stand there: with it, the text is read to its end.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Analysis } from "@edict/language";
import { analyse, complete, parse } from "@edict/language";
import { expect, test } from "vitest";
import { readCases } from "../conformance/read-cases.js";
import { memoryHost } from "../hosts/memory-host.js";

/** Rulebooks as texts: the example as a whole, and each case that has no mistake. */
function* rulebooks(): Generator<{ readonly analysis: Analysis; readonly files: ReadonlyMap<string, string> }> {
  const folder = fileURLToPath(new URL("../../examples/radiation-oncology/rules/", import.meta.url));
  const names = readdirSync(folder).filter((name) => name.endsWith(".edict"));
  const examples = new Map(names.map((name) => [name, readFileSync(folder + name, "utf8")]));
  for (const files of [examples, ...readCases().map(({ rules }) => new Map([["rules.edict", rules]]))]) {
    const analysis = analyse([""], memoryHost(files));
    if (analysis.diagnostics.every(({ severity, code }) => severity !== "error" || code === "missing-table-file"))
      yield { analysis, files };
  }
}

/** Comments, texts, rows, and what a word and a sign look like. */
const tokenShape =
  /#[^\n]*|"(?:\\.|[^"\\\n])*"|^[ \t]*\|[^\n]*|[A-Z]\d\w\.\w+|\$?\d[\d,]*\.\d+|\$\d[\d,]*|\w[\w-]*|\.\.|[<>!]=|\S/gm;

// What nobody can know before it is written: numbers, dates, texts, rows, and comments.
const ownWords = /^\s*[#"$|]|^\d+(?:\.\d+)?$|^\d{4}-|^x\d/;

/** The places of a file where a word begins that could be known, each with the word. */
function* places(analysis: Analysis, path: string, text: string): Generator<{ offset: number; image: string }> {
  const declarations = analysis.files.get(path)?.node.declarations ?? [];
  // A name that is declared is its author's to choose, and so are the columns of a file.
  const names = new Set(
    declarations.flatMap((one) => {
      const columns = one.kind === "table" && one.source.kind === "file-table" ? one.source.columns : [];
      return "name" in one ? [one.name.start, ...columns.map(({ start }) => start)] : [];
    }),
  );
  for (const { 0: image, index: offset } of text.matchAll(tokenShape)) {
    // Right behind a word, the caret is within that word.
    const touches = /[\w"-]/.test(text.charAt(offset - 1));
    if (!touches && !names.has(offset) && !ownWords.test(image)) yield { offset, image };
  }
}

function beginsWith(label: string, image: string): boolean {
  return label === image || label.startsWith(`${image} `) || label.startsWith(`${image}.`);
}

test("completeness: the next word is offered", () => {
  const missing: string[] = [];
  let asked = 0;
  for (const { analysis, files } of rulebooks()) {
    for (const [path, text] of files) {
      for (const [number, { offset, image }] of [...places(analysis, path, text)].entries()) {
        // Of all places every fifth, so that it takes seconds; over so many files each kind of place is among them.
        if (number % 5 !== path.length % 5) continue;
        asked++;
        const { items } = complete(analysis, path, offset);
        if (items.some(({ label, insert }) => beginsWith(label, image) || beginsWith(insert ?? label, image))) continue;
        missing.push(`${text.slice(Math.max(0, offset - 60), offset)}<|>${image}`);
      }
    }
  }
  expect(missing).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
}, 300_000);

test("soundness: what is offered is read to its end", () => {
  const wrong: string[] = [];
  let number = 0;
  for (const { analysis, files } of rulebooks()) {
    for (const [path, text] of files) {
      for (const { offset } of places(analysis, path, text)) {
        if (number++ % 23 !== 0) continue;
        const before = text.slice(0, offset);
        for (const { kind, label } of complete(analysis, path, offset).items) {
          if (kind !== "keyword" && kind !== "sign") continue;
          if (isWrong(path, before, label)) wrong.push(`${before.slice(-60)}<|>${label}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

/** Whether something of what was put in could not stand there. That more has to come is no fault of it. */
function isWrong(path: string, before: string, label: string): boolean {
  const { diagnostics } = parse({ path, text: before + label });
  const last = before.length + label.lastIndexOf(" ") + 1;
  return diagnostics.some(
    ({ code, span }) =>
      span.start >= before.length &&
      (span.start < last || ["misplaced-word", "extra-word", "unknown-word", "outside-a-declaration"].includes(code)),
  );
}
