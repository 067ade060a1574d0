/** What is taken over from an earlier analysis never shows: after any edits the result is that of a fresh one. */
import process from "node:process";
import type { Analysis, Host } from "@edict/language";
import { analyse, lint, lintInSteps, noSettings } from "@edict/language";
import type { Diagnostic } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import type { Choice, Files } from "./edits.js";
import { after, choice, rulebooks, stepOf } from "./edits.js";

const runs = Number(process.env["EDICT_FUZZ"] ?? 300);
const seed = Number(process.env["EDICT_SEED"] ?? 1);
const stepsOfRun = 12;

test("an analysis from an earlier one is that of the texts alone", { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(
      rulebooks,
      fc.array(fc.tuple(choice, fc.boolean()), { minLength: 1, maxLength: stepsOfRun, size: "max" }),
      follow,
    ),
    { seed, numRuns: Math.ceil(runs / 6) },
  );
});

/** Makes the edits one after the other. Where a step says so, the checks were given up, as an edit too soon makes them. */
function follow(start: Files, choices: readonly (readonly [Choice, boolean])[]): void {
  const seen: Files[] = [start];
  let files = start;
  let previous = analyse([""], hostOf(files));
  linted(previous, null);
  for (const [choice, givenUp] of choices) {
    files = after(files, stepOf(files, seen, choice));
    seen.push(files);
    const host = hostOf(files);
    if (givenUp) {
      giveUp(host, previous, Math.floor(choice.at * 60));
      continue;
    }
    const again = analyse([""], host, previous);
    const fresh = analyse([""], host);
    expect(shown(again)).toEqual(shown(fresh));
    expect(linted(again, previous)).toEqual(lint(fresh));
    previous = again;
  }
}

/** Looks at a rulebook, and leaves off after some steps of the lints. */
function giveUp(host: Host, previous: Analysis, steps: number): void {
  const lints = lintInSteps(analyse([""], host, previous), () => noSettings, { previous });
  for (let step = 0; step < steps && lints.next().done !== true; step++);
}

/** What is found from an earlier analysis that was linted. */
function linted(analysis: Analysis, previous: Analysis | null): readonly Diagnostic[] {
  const steps = lintInSteps(analysis, () => noSettings, { previous });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** All but functions, and what the earlier one left for the next. */
function shown({ book, files, diagnostics }: Analysis) {
  const { declared, sets, tables, payers, rules } = book;
  return { declared, sets, tables, payers, rules, files, diagnostics, raw: book.diagnostics };
}

function hostOf(files: Files): Host {
  return memoryHost(files.size === 0 ? new Map([["empty/", ""]]) : files);
}
