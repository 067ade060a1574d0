/**
 * Replays charge files under two versions of a rulebook. Where both say in the same way how files are read, and nearly
 * always they do, the files are read once and each line goes to both versions. Else each version reads them, side by side,
 * and the replay ends where one line is not the same line for both.
 */
import type { BatchesRequest, ChargeBatches } from "@edict/charges";
import { chargeBatches } from "@edict/charges";
import type { Evaluation, RunBeside } from "@edict/engine";
import { evaluateBoth, rulesBySources, startEvaluation } from "@edict/engine";
import type { Side } from "@edict/review";
import { areSameLines, Replay } from "@edict/review";
import type { ChargeFile, Charges, Rulebook } from "@edict/rulebook";
import { compareBytes, sourceFields } from "@edict/rulebook";
import type { ChargeOptions } from "../commands/charge-options.js";
import { chargesRequest } from "../actions/named-charges.js";
import type { Io } from "../io.js";
import { Progress } from "../output/progress.js";
import { UsageError } from "../usage-error.js";
import type { Corpus } from "./corpus.js";
import { corpusOf } from "./corpus.js";

export interface ReplayRequest {
  readonly io: Io;
  readonly options: ChargeOptions;
  readonly base: Side;
  readonly head: Side;
  /** Ids of the rules that were added, removed or changed: no other finds anything else. */
  readonly changed: readonly string[];
}

/** A rule that a version could not evaluate, so that nothing of it can be compared. */
export interface NotCompared {
  readonly rule: string;
  /** The columns that the files lack; null where the rule compares sources, and no file says its source. */
  readonly needs: readonly string[] | null;
}

export interface Replayed {
  readonly corpus: Corpus;
  readonly rows: number;
  readonly rejected: number;
  /** Whether each version read the files by layouts and fields of its own. */
  readonly readTwice: boolean;
  /** By rule id. */
  readonly notCompared: readonly NotCompared[];
  readonly replay: Replay;
}

/** Reads and evaluates; throws a `UsageError` where the two versions do not look at the same charges. */
export async function replayCharges(request: ReplayRequest): Promise<Replayed> {
  const { io, options, base, head } = request;
  const corpus = await corpusOf(options.charges, io.cwd);
  const readTwice = howRead(base.rulebook) !== howRead(head.rulebook);
  const changed = new Set(request.changed);
  const isReplayed = (id: string): boolean => readTwice || changed.has(id);
  const progress = new Progress(io);
  const onProgress = (done: number, total: number): void => progress.reading(done, total);
  try {
    const open = ({ rulebook }: Side, hear: Partial<BatchesRequest>): Promise<ChargeBatches> =>
      chargeBatches({ ...chargesRequest(options, rulebook, io), ...hear });
    const before = await open(base, { onProgress });
    const after = readTwice ? await open(head, {}) : before;
    const runs = [startRun(base, before.files, isReplayed), startRun(head, after.files, isReplayed)] as const;
    const notCompared = [...new Map(runs.flatMap((run) => run.notCompared).map((one) => [one.rule, one])).values()];
    const unheard = new Set(notCompared.map(({ rule }) => rule));
    const replay = new Replay((rule) => !unheard.has(rule));
    for await (const [one, other] of inStep(before, after)) {
      const [old, now]: readonly [RunBeside, RunBeside] = [
        { evaluation: runs[0].evaluation, charges: one },
        { evaluation: runs[1].evaluation, charges: other },
      ];
      evaluateBoth(old, now, (was, is) => replay.patient(was.objects(), is.objects()));
    }
    const [account, that] = [before.account(), after.account()];
    if (account.rows !== that.rows || account.rejected.length !== that.rejected.length) throw notTheSame();
    if (!(await corpus.isUnchanged())) {
      throw new UsageError("a charge file was written to while it was read; replay charges that lie still");
    }
    const { sha256, files } = corpus;
    return {
      corpus: { sha256, files },
      rows: account.rows,
      rejected: account.rejected.length,
      readTwice,
      notCompared: notCompared.sort((left, right) => compareBytes(left.rule, right.rule)),
      replay,
    };
  } finally {
    progress.end();
  }
}

/** The batches of two readings, two by two; those of one reading are the same ones twice. */
async function* inStep(one: ChargeBatches, other: ChargeBatches): AsyncGenerator<readonly [Charges, Charges]> {
  if (one === other) {
    for await (const batch of one.batches) yield [batch, batch];
    return;
  }
  const others = other.batches[Symbol.asyncIterator]();
  for await (const batch of one.batches) {
    const next = await others.next();
    if (next.done === true || !areSameLines(batch, next.value)) throw notTheSame();
    yield [batch, next.value];
  }
  if ((await others.next()).done !== true) throw notTheSame();
}

function notTheSame(): UsageError {
  return new UsageError(
    "the two versions declare layouts or fields by which they read other lines from these charge files, so that there are no same charges to compare; name a layout that both have with --layout, or compare without --charges",
  );
}

/** Of how charge files are read, what a rulebook says: the same text where it says the same. */
function howRead({ layouts, fields }: Rulebook): string {
  return JSON.stringify([layouts, fields], (key, value: unknown) => (key === "at" || key === "doc" ? null : value));
}

interface Run {
  readonly evaluation: Evaluation;
  readonly notCompared: readonly NotCompared[];
}

function startRun({ rulebook, tables }: Side, files: readonly ChargeFile[], isReplayed: (id: string) => boolean): Run {
  const aside = setAside(rulebook, files);
  const replayed = rulebook.rules.filter(({ id }) => isReplayed(id));
  const rules = replayed.filter(({ id }) => !aside.has(id));
  const evaluation = startEvaluation({ rulebook: { ...rulebook, rules }, files, tables });
  return {
    evaluation,
    notCompared: [
      ...evaluation.account().notEvaluated,
      ...replayed.filter(({ id }) => aside.has(id)).map(({ id }) => ({ rule: id, needs: null })),
    ],
  };
}

/** The rules that compare sources, where no file says the source of its lines. */
function setAside(rulebook: Rulebook, files: readonly ChargeFile[]): ReadonlySet<string> {
  const says = sourceFields(rulebook.fields).some((field) => files.some(({ fields }) => fields.has(field)));
  return new Set(says ? [] : rulesBySources(rulebook).comparing.map(({ rule }) => rule.id));
}
