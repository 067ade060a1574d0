/** `edict test --mutate`: which slips in the rules their tests would notice. */
import type { MutationScore } from "@edict/engine";
import { mutate } from "@edict/engine";
import { placeOfPiece, setsWithin } from "@edict/language";
import type { Rulebook, TableData } from "@edict/rulebook";
import { counted } from "@edict/rulebook";
import type { ExitCode } from "../exit-codes.js";
import { exitCodes } from "../exit-codes.js";
import type { LoadedRules } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { painter } from "../output/paint.js";
import { Progress } from "../output/progress.js";
import { mutationJson, mutationText, totalOf } from "../reports/mutation-text.js";
import { UsageError } from "../usage-error.js";

export interface MutantOptions {
  readonly format: "text" | "json";
  readonly rule?: string;
  readonly minScore?: number;
}

/** Tries every mutant and prints the scores; the rules' tests must all pass as they are. */
export function testMutants(
  { text }: LoadedRules,
  rulebook: Rulebook,
  tables: ReadonlyMap<string, TableData>,
  { format, rule, minScore }: MutantOptions,
  io: Io,
): ExitCode {
  if (rule !== undefined && !rulebook.rules.some(({ id }) => id === rule)) {
    throw new UsageError(`there is no rule ${rule}; check its id`);
  }
  const progress = new Progress(io);
  const scores = mutate(rulebook, tables, {
    rule: rule ?? null,
    ...(text === null ? {} : { parts: setsWithin(text.analysis) }),
    onStep: (done, all) => {
      if (done % 50 === 0) progress.say(`${done} of ${counted(all, "mutant")} tried`);
    },
  }).map((score): MutationScore => {
    if (text === null) return score;
    const survivors = score.survivors.map((survivor) => {
      const { at, clause, change } = survivor;
      return { ...survivor, at: placeOfPiece(text.analysis, { at, clause, written: change.written }) };
    });
    return { ...score, survivors };
  });
  progress.end();
  io.stdout.write(format === "json" ? mutationJson(scores) : mutationText(scores, painter(io)));
  const { score } = totalOf(scores);
  return minScore !== undefined && score < minScore ? exitCodes.found : exitCodes.fine;
}
