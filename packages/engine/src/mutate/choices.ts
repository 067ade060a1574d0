/** The A and B of statements with one slip: a code forgotten, an `except` or a `having` left out. */
import type { CodeChoice, CodeSpan, Lines } from "@edict/rulebook";
import { conditionEdits } from "./conditions.js";
import type { Edit } from "./edit.js";
import { edit, lifted } from "./edit.js";
import type { Items, Surroundings } from "./items.js";
import { itemEdits } from "./items.js";
import { codeKind, isCovered, overlap } from "./spans.js";

/** The slips in the A or B of a statement; `role` is what it is there: `subject`, `companion`. */
export function linesEdits({ codes, having }: Lines, role: string, around: Surroundings): readonly Edit<Lines>[] {
  const ofHaving =
    having === null
      ? []
      : [
          edit<Lines>({ codes, having: null }, `${role} with its having`, "without it", { written: "having" }),
          ...lifted(conditionEdits(having, around), (changed): Lines => ({ codes, having: changed })),
        ];
  return [...lifted(choiceEdits(codes, role, around), (changed) => ({ codes: changed, having })), ...ofHaving];
}

/** The slips in a choice of codes. */
export function choiceEdits(choice: CodeChoice, role: string, around: Surroundings): readonly Edit<CodeChoice>[] {
  const { any, except } = choice;
  const owner = `${role} ${choice.label}`;
  const spansOf = ({ sets, spans }: Items<CodeSpan>): readonly CodeSpan[] => [
    ...sets.flatMap((set) => around.codes(set)),
    ...spans,
  ];
  const out = except === null ? [] : spansOf(except);
  const included = any
    ? []
    : lifted(
        itemEdits(codeKind, choice, around.codes, owner, around.isSeen, (span) => isCovered(codeKind, span, out)),
        ({ sets, spans, columns }): CodeChoice => ({ ...choice, sets, spans, columns }),
      );
  if (except === null) return included;
  const chosen = spansOf(choice);
  // What was not chosen need not be taken out.
  const isIdle = (span: CodeSpan): boolean =>
    !any && choice.columns.length === 0 && !chosen.some((one) => overlap(codeKind, one, span));
  const excluded = lifted(
    itemEdits(codeKind, except, around.codes, `what ${owner} leaves out,`, around.isSeen, isIdle),
    (changed): CodeChoice => ({ ...choice, except: changed }),
  );
  const whole = edit<CodeChoice>({ ...choice, except: null }, owner, "without its except", { written: "except" });
  return [...included, whole, ...excluded];
}
