/** What `edict diff BASE [HEAD]` does: what a change of rules means. */
import type { Review, Side } from "@edict/review";
import { closedChanges, review } from "@edict/review";
import { formatDate } from "@edict/rulebook";
import type { ChargeOptions } from "../commands/charge-options.js";
import type { CommandHost } from "../commands/command-host.js";
import type { ExitCode } from "../exit-codes.js";
import { exitCodes } from "../exit-codes.js";
import { safeText } from "../output/safe-text.js";
import { replayCharges } from "../replay/replay-charges.js";
import { replaySaid } from "../replay/replay-said.js";
import type { DiffVerdict } from "../reports/diff/report.js";
import { failsClosed, verdictOf } from "../reports/diff/report.js";
import type { DiffFormat } from "../reports/formats.js";
import { diffReports } from "../reports/diff/reports.js";
import { changedTables } from "../sides/changed-tables.js";
import type { NamedSide } from "../sides/name-sides.js";
import { nameSides } from "../sides/name-sides.js";
import type { ReadSide } from "../sides/read-side.js";
import { readSide } from "../sides/read-side.js";
import { readSideTables } from "../sides/side-tables.js";
import { UsageError } from "../usage-error.js";

export interface DiffOptions extends Omit<ChargeOptions, "charges"> {
  readonly charges?: readonly string[];
  readonly local?: true;
  readonly format: DiffFormat;
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

/** Says what lies between the two sides. */
export async function diff(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  { io, done }: CommandHost,
): Promise<void> {
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
