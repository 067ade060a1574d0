/** What can be wrong with the text itself, before any name is looked up. Each message: what was seen, then what to do. */
import { define } from "@edict/rulebook";

export const syntax = define({
  // ── Words and signs ──
  "keyword-case": {
    severity: "error",
    message: (p: { word: string }) => `keywords are lower case: write ${p.word}`,
  },
  "reason-code-case": {
    severity: "error",
    message: (p: { word: string }) => `CARC and RARC are in capitals: write ${p.word}`,
  },
  "unknown-word": {
    severity: "error",
    message: (p: { word: string; near: string }) => `unknown word ${p.word}; did you mean ${p.near}?`,
  },
  "odd-word": {
    severity: "error",
    message: (p: { word: string; instead: string | null }) =>
      `${p.word} is no code, date, number or name; ` +
      (p.instead === null
        ? "a code has five characters, a name starts with a letter"
        : `a range is written ${p.instead}`),
  },
  "stray-character": {
    severity: "error",
    message: (p: { character: string; instead: string | null }) =>
      `${p.character} means nothing here; ${p.instead === null ? "take it out" : `write ${p.instead}`}`,
  },
  "curly-quotes": {
    severity: "error",
    message: () => 'text stands between straight quotes; write "…"',
  },
  "unclosed-text": {
    severity: "error",
    message: () => "the closing quote is missing; text ends on the line where it starts",
  },
  "unknown-escape": {
    severity: "error",
    message: (p: { escape: string }) => `${p.escape} means nothing in a text; only \\", \\\\ and \\n are special`,
  },
  "no-such-date": {
    severity: "error",
    message: (p: { date: string }) => `the calendar has no ${p.date}; write a day that exists`,
  },
  "date-form": {
    severity: "error",
    message: (p: { seen: string; meant: string }) => `dates are written year first; write ${p.meant} for ${p.seen}`,
  },
  "whole-number": {
    severity: "error",
    message: (p: { seen: string }) => `days are counted whole, not ${p.seen}; write a whole number`,
  },
  "duration-without-unit": {
    severity: "error",
    message: (p: { count: string }) => `a duration needs a unit; write ${p.count} days`,
  },

  // ── Names ──
  "code-as-name": {
    severity: "error",
    message: (p: { name: string; instead: string }) =>
      `${p.name} is read as a code, a diagnosis or a number and cannot be a name; write ${p.instead}`,
  },
  "word-as-name": {
    severity: "error",
    message: (p: { name: string; instead: string }) =>
      `${p.name} is a word of the language and cannot be a name here; write ${p.instead}`,
  },

  // ── What belongs together ──
  "missing-word": {
    severity: "error",
    message: (p: { missing: string; before: string }) => `${p.missing} is missing before ${p.before}; write it there`,
  },
  "missing-name": {
    severity: "error",
    message: (p: { keyword: string }) => `${p.keyword} has no name; write one after it`,
  },
  "missing-title": {
    severity: "error",
    message: (p: { after: string }) => `a title is missing after ${p.after}; write one in "quotes"`,
  },
  "missing-comma": {
    severity: "error",
    message: (p: { before: string }) => `a comma is missing before ${p.before}; items of a list stand between commas`,
  },
  "word-in-a-list": {
    severity: "error",
    message: (p: { word: string }) =>
      `items of a list stand between commas, the last one too; write a comma for ${p.word}`,
  },
  "is-not": {
    severity: "error",
    message: (p: { instead: string }) => `not stands before the comparison; write ${p.instead}`,
  },
  "spelt-otherwise": {
    severity: "error",
    message: (p: { seen: string; meant: string }) => `${p.seen} is spelt otherwise here; write ${p.meant}`,
  },
  "credit-in-a-test": {
    severity: "error",
    message: (p: { seen: string; units: string }) =>
      `${p.seen} is a credit, and a test shows the lines that are left once credits are netted; write x${p.units}, or take the line out`,
  },
  "payer-or-payers": {
    severity: "error",
    message: (p: { word: string }) =>
      p.word === "payers"
        ? "a group of payers is declared with payers; write payers"
        : "a payer is declared by its texts with payer; write payer",
  },
  "extra-comma": {
    severity: "error",
    message: () => "nothing follows this comma in the list; take it out",
  },
  "extra-word": {
    severity: "error",
    message: (p: { word: string }) => `${p.word} is too much here; take it out`,
  },
  "misplaced-word": {
    severity: "error",
    message: (p: { seen: string; after: string; wanted: string }) =>
      `${p.seen} cannot stand after ${p.after}; ${p.wanted}`,
  },
  unfinished: {
    severity: "error",
    message: (p: { after: string; wanted: string }) => `something is missing after ${p.after}; ${p.wanted}`,
  },
  "outside-a-declaration": {
    severity: "error",
    message: (p: { seen: string }) =>
      `${p.seen} starts no declaration; one starts with codes, payer, rule, test or the like`,
  },
  "mixed-and-or": {
    severity: "error",
    message: () => "and and or stand side by side; put parentheses round one of them",
  },
  "nesting-too-deep": {
    severity: "error",
    message: () => "parentheses and nots stand within each other more than 200 deep; split the condition",
  },
  "side-after-group": {
    severity: "error",
    message: () =>
      "on the other line and on either line are said of one comparison, not of a group; put them after each comparison",
  },
  "having-after-list": {
    severity: "error",
    message: () => "having narrows one item or a list in parentheses; put parentheses round the list",
  },
  "having-without-parentheses": {
    severity: "error",
    message: (p: { word: string }) =>
      `having takes one comparison, and ${p.word} another; put parentheses round the condition`,
  },

  // ── Written tables ──
  "row-without-end": {
    severity: "error",
    message: () => "a row of a table starts and ends with a bar; put | at its end",
  },
  "row-length": {
    severity: "error",
    message: (p: { cells: number; columns: number }) =>
      `this row has ${p.cells} cells and the table ${p.columns} columns; give each column one cell (\\| is a bar within a cell)`,
  },
  "row-apart": {
    severity: "error",
    message: () => "the table ended with the first line without a bar; move this row up to the others",
  },
  "row-of-dashes": {
    severity: "error",
    message: () => "the header of a table needs no line under it; take the dashes out",
  },
  "column-name": {
    severity: "error",
    message: (p: { seen: string }) =>
      `${p.seen === "" ? "an empty cell" : p.seen} is no name of a column; write a name, and a type after it where one is needed`,
  },
});
