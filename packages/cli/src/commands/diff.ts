/** `edict diff BASE [HEAD]`: what a change of rules means. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { Review, Side } from "@edict/review";
import { closedChanges, review } from "@edict/review";
import { formatDate, parseIsoDate } from "@edict/rulebook";
import type { ExitCode } from "../exit-codes.js";
import { exitCodes } from "../exit-codes.js";
import { safeText } from "../output/safe-text.js";
import type { DiffVerdict } from "../reports/diff/report.js";
import { failsClosed, verdictOf } from "../reports/diff/report.js";
import { diffReports } from "../reports/diff/reports.js";
import { replayCharges } from "../replay/replay-charges.js";
import { replaySaid } from "../replay/replay-said.js";
import { changedTables } from "../sides/changed-tables.js";
import type { NamedSide } from "../sides/name-sides.js";
import { nameSides } from "../sides/name-sides.js";
import type { ReadSide } from "../sides/read-side.js";
import { readSide } from "../sides/read-side.js";
import { readSideTables } from "../sides/side-tables.js";
import { UsageError } from "../usage-error.js";
import type { ChargeOptions } from "./charge-options.js";
import { addChargesReadOptions } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";

interface DiffOptions extends Omit<ChargeOptions, "charges"> {
  readonly charges?: readonly string[];
  readonly local?: true;
  readonly format: keyof typeof diffReports;
  readonly rules?: readonly string[];
  readonly mergeBase?: true;
  readonly closedThrough?: number;
  readonly failOn: "change" | "closed";
}

const codes: { readonly [V in DiffVerdict]: ExitCode } = {
  same: exitCodes.fine,
  changed: exitCodes.found,
  unknown: exitCodes.failed,
};

/** Adds the command. */
export function addDiff(program: Command, { io, done }: CommandHost): void {
  const command = program
    .command("diff")
    .description("Say what a change of rules means: for whom, from when, and by which case.")
    .argument("<base>", "a git revision, a folder or file of rules, or a compiled rulebook (.json)")
    .argument("[head]", "the same; the work tree where it is left out")
    .option("--rules <paths...>", "where the rules of a revision and of the work tree are; `rules` unless said")
    .option(
      "--merge-base",
      "compare from the commit at which head left base, as a pull request does; so does base...head",
    )
    .option("--charges <files...>", "replay charge files: how many charges turn; what is printed holds counts alone")
    .option("--local", "with --charges, as text: exact counts and rows, for the eyes of those who have the files");
  addChargesReadOptions(command)
    .option(
      "--closed-through <date>",
      "set apart what gives other results for dates up to and with this one",
      closingDate,
    )
    .addOption(
      new Option(
        "--fail-on <what>",
        "what gives exit code 1: any change, or only other results for closed dates that nobody is named for",
      )
        .choices(["change", "closed"])
        .default("change"),
    )
    .addOption(new Option("--format <format>", "how to print").choices(Object.keys(diffReports)).default("text"))
    .addHelpText(
      "after",
      `
A bare word is a git revision first; write ./main for a folder of that name. Nothing in the
repository or the work tree is touched.

Exit codes: 0 nothing changes in meaning, 1 something does, 2 it could not be told or done.

Examples:
  edict diff main                               main against the work tree
  edict diff main...                            what the work tree has done since it left main
  edict diff HEAD~1 HEAD --format json
  edict diff v1.0 --rules rules shared/codes
  edict diff main... --closed-through 2026-09-30 --fail-on closed
  edict diff old/rules rules
  edict diff rulebook.json rules
  edict diff main --charges charges.csv         how many charges turn, and for how much
  edict diff main --charges charges.csv --local exact counts, and rows to look at`,
    )
    .action(async (base: string, head: string | undefined, options: DiffOptions) => {
      const { format, rules, mergeBase, charges, local, closedThrough, failOn } = options;
      if (charges === undefined && (local === true || options.layout !== undefined || options.set.length > 0)) {
        throw new UsageError("--local, --layout and --set are about charge files; name some with --charges");
      }
      if (local === true && format !== "text") {
        throw new UsageError("--local prints as text alone, since what the other formats print leaves the house");
      }
      if (failOn === "closed" && closedThrough === undefined) {
        throw new UsageError("--fail-on closed asks which dates are closed; say it with --closed-through");
      }
      const named = nameSides(base, head ?? null, { mergeBase: mergeBase === true, folder: io.cwd });
      const old = readSide(named.base, { rules: rules ?? null, io, previous: null });
      const now = old === null ? null : readSide(named.head, { rules: rules ?? null, io, previous: old });
      if (old === null || now === null) {
        done(exitCodes.failed);
        return;
      }
      const nowhere = rules?.find((path) => isMissing(path, old, named.base) && isMissing(path, now, named.head));
      if (nowhere !== undefined)
        throw new UsageError(`there is no file or folder ${nowhere} on either side; check its name`);
      if (isEmpty(old) && isEmpty(now)) {
        throw new UsageError("neither side has a rule; say with --rules where the rules are");
      }
      for (const side of [old, now]) {
        if (isEmpty(side))
          io.stderr.write(`edict: ${safeText(side.name)} has no rule; say with --rules where rules are, if it has\n`);
      }
      const [before = new Map(), after = new Map()] = await readSideTables([old, now]);
      const sides: readonly [Side, Side] = [
        { rulebook: old.rulebook, tables: before },
        { rulebook: now.rulebook, tables: after },
      ];
      const found = review(...sides);
      const closed =
        closedThrough === undefined
          ? null
          : {
              through: formatDate(closedThrough),
              changes: closedChanges(found, closedThrough, old.rulebook, now.rulebook),
            };
      const account = { base: old, head: now, review: found, tables: changedTables(...sides), closed };
      const replayed =
        charges === undefined
          ? null
          : await replayCharges({
              io,
              options: { ...options, charges },
              base: sides[0],
              head: sides[1],
              changed: changedIn(account.review),
            });
      const replay = replayed === null ? null : replaySaid(replayed, local === true ? "author" : "others");
      diffReports[format]({ ...account, replay }, io);
      const fails = failsClosed(closed);
      if (fails) io.stderr.write("edict: closed dates get other results, and a rule names nobody for it\n");
      if (failOn === "closed") done(fails ? exitCodes.found : exitCodes.fine);
      else done(fails ? exitCodes.found : codes[verdictOf({ ...account, replay })]);
    });
}

function closingDate(text: string): number {
  const day = parseIsoDate(text);
  if (day === null) throw new InvalidArgumentError("write a date, such as 2026-09-30.");
  return day;
}

/** A rule under another id finds what it found. */
function changedIn({ changes }: Review): readonly string[] {
  return changes.filter(({ renamed }) => renamed === null).map(({ id }) => id);
}

/** A side that is a path of its own is not asked. */
function isMissing(path: string, side: ReadSide, { kind }: NamedSide): boolean {
  return kind === "path" || side.missing.includes(path);
}

function isEmpty({ rulebook }: ReadSide): boolean {
  return rulebook.rules.length === 0;
}
