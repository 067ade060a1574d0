/** What an editor asks while a file is being typed: every answer has its shape, wherever the text ends. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  analyse,
  codeActions,
  codeLenses,
  foldingRanges,
  inlayHints,
  makeTests,
  selectionRanges,
  semanticTokens,
} from "@edict/language";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

const folder = fileURLToPath(new URL("../../examples/radiation-oncology/rules/", import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".edict"))
  .sort();
const path = "rules.edict";

/** A text that breaks off every so many signs: all of them would take minutes. */
const stride = 389;

test.each(names)("%s, broken off anywhere", (name) => {
  const whole = readFileSync(folder + name, "utf8");
  for (let end = 0; end <= whole.length; end += stride) {
    const text = whole.slice(0, end);
    const analysis = analyse([path], memoryHost(new Map([[path, text]])));
    const all = { start: 0, end: text.length };
    let last = 0;
    for (const token of semanticTokens(analysis, path, { today: 20_000 })) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      last = token.end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
    for (const fold of foldingRanges(analysis, path)) expect(text.slice(fold.start, fold.end)).toContain("\n");
    for (const { offset } of inlayHints(analysis, path, all, { numbers: true, dates: true, windows: true })) {
      expect(offset).toBeLessThanOrEqual(text.length);
    }
    for (const lens of codeLenses(analysis, path)) expect(lens.end).toBeGreaterThan(lens.start);
    for (const offset of [0, end >> 1, end]) {
      const ranges = selectionRanges(analysis, path, offset);
      for (const [at, inner] of ranges.entries()) {
        const outer = ranges[at + 1] ?? { start: 0, end: text.length };
        expect(inner.start >= outer.start && inner.end <= outer.end).toBe(true);
      }
      const caret = { start: offset, end: offset };
      const actions = [
        ...codeActions(analysis, path, caret),
        ...codeActions(analysis, path, caret, ["source"]),
        ...makeTests(analysis, path, caret, ({ tests }) => tests),
      ];
      for (const { edits } of actions) {
        for (const { span } of edits) expect(span.start <= span.end && span.end <= text.length).toBe(true);
      }
    }
  }
});
