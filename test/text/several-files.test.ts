/** Rulebooks of several files: what is named, what is found in folders, and what files use (`language.md`, section 1). */
import { compile } from "@edict/language";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

/** The names of the rules, and what is wrong, of the files that are reached from `roots`. */
function reached(roots: readonly string[], files: { readonly [path: string]: string }): readonly string[] {
  const { rulebook, diagnostics } = compile(roots, memoryHost(new Map(Object.entries(files))));
  const errors = diagnostics.flatMap(({ severity, at, code }) =>
    severity === "error" ? [`${at.file}:${at.line}:${at.column} ${code}`] : [],
  );
  return rulebook === null ? errors : rulebook.rules.map(({ id }) => id);
}

function rule(id: string): string {
  return `rule ${id} "a rule"\n  forbid 77301\n  deny\n`;
}

test("a folder is searched to the bottom, and only for rule files", () => {
  const files = {
    "rules/a.edict": rule("R-1"),
    "rules/deep/deeper/b.edict": rule("R-2"),
    "rules/notes.txt": "not a rule",
    "rules/.hidden/c.edict": rule("R-3"),
    "rules/node_modules/d.edict": rule("R-4"),
    "elsewhere/e.edict": rule("R-5"),
  };
  expect(reached(["rules"], files)).toEqual(["R-1", "R-2"]);
  expect(reached(["rules", "elsewhere/e.edict"], files)).toEqual(["R-1", "R-2", "R-5"]);
});

test("use adds a file or a folder, relative to the file in which it stands", () => {
  const files = {
    "rules/a.edict": `use "../codes"\nuse "more/b.edict"\n${rule("R-1").replace("77301", "Plans")}`,
    "rules/more/b.edict": rule("R-2"),
    "codes/c.edict": "codes Plans = 77301\n",
  };
  expect(reached(["rules/a.edict"], files)).toEqual(["R-1", "R-2"]);
});

test("use may leave the ending of a file away; a folder of that name comes first", () => {
  const files = {
    "rules/a.edict": `use "b"\n${rule("R-1")}`,
    "rules/b.edict": rule("R-2"),
  };
  expect(reached(["rules/a.edict"], files)).toEqual(["R-1", "R-2"]);
  expect(reached(["rules/a.edict"], { ...files, "rules/b/c.edict": rule("R-3") })).toEqual(["R-1", "R-3"]);
});

test("naming or using a file twice, by whatever path, is harmless", () => {
  const files = {
    "rules/a.edict": `use "b.edict"\nuse "./b.edict"\nuse "../rules/b.edict"\nuse "."\n${rule("R-1")}`,
    "rules/b.edict": `use "a.edict"\nuse "b.edict"\n${rule("R-2")}`,
  };
  expect(reached(["rules", "rules/a.edict", "rules/../rules/b.edict"], files)).toEqual(["R-1", "R-2"]);
});

test("a missing target is an error at the place that names it", () => {
  expect(reached(["rules/a.edict"], { "rules/a.edict": `use "../codes"\n${rule("R-1")}` })).toEqual([
    "rules/a.edict:1:5 missing-target",
  ]);
});

test("a name that is declared in two files is an error, wherever the files stand", () => {
  const files = { "rules/a.edict": rule("R-1"), "rules/deep/b.edict": `\n${rule("R-1")}` };
  expect(reached(["rules"], files)).toEqual(["rules/deep/b.edict:2:6 name-declared-twice"]);
});

test("the order of files means nothing", () => {
  const files = { "a.edict": rule("R-1").replace("77301", "Plans"), "b.edict": "codes Plans = 77301\n" };
  expect(reached(["a.edict", "b.edict"], files)).toEqual(["R-1"]);
  expect(reached(["b.edict", "a.edict"], files)).toEqual(["R-1"]);
});

test("a table's file is looked up beside the rule file that names it", () => {
  const table = 'table Pairs from "../data/pairs.csv"\n  one code, two code\n';
  const uses = 'rule R-1 "a rule"\n  for each row of Pairs\n  bundle row.two into row.one on the same day\n  deny\n';
  expect(reached(["rules/a.edict"], { "rules/a.edict": table + uses, "data/pairs.csv": "" })).toEqual(["R-1"]);
  expect(reached(["rules/a.edict"], { "rules/a.edict": table + uses, "rules/data/pairs.csv": "" })).toEqual([
    "rules/a.edict:1:18 missing-table-file",
  ]);
});
