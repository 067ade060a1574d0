/** The three kernels' checks with one slip. */
import type { Check, CompanionCheck, CompanionTest, LineCheck, Pick } from "@edict/rulebook";
import { conditionEdits } from "./conditions.js";
import { countEdits } from "./count.js";
import type { Edit } from "./edit.js";
import { edit, lifted } from "./edit.js";
import type { Surroundings } from "./items.js";
import { linesEdits } from "./choices.js";
import { scopeEdits } from "./scope.js";
import { amountEdits, measured } from "./shifts.js";

/** The slips in a check. */
export function checkEdits(check: Check, around: Surroundings): readonly Edit<Check>[] {
  switch (check.kind) {
    case "line":
      return lineCheckEdits(check, around);
    case "companion":
      return companionEdits(check, around);
    case "count":
      return countEdits(check, around);
  }
}

function lineCheckEdits(check: LineCheck, around: Surroundings): readonly Edit<Check>[] {
  const { requires } = check;
  return [
    ...(requires === null ? [] : lifted(pickEdits(check.pick), (pick) => ({ ...check, pick }))),
    ...lifted(linesEdits(check.subject, "subject", around), (subject) => ({ ...check, subject })),
    ...(requires === null
      ? []
      : lifted(conditionEdits(requires, around), (changed): Check => ({ ...check, requires: changed }))),
  ];
}

function companionEdits(check: CompanionCheck, around: Surroundings): readonly Edit<Check>[] {
  return [
    ...(isRequired(check) ? lifted(pickEdits(check.pick), (pick) => ({ ...check, pick })) : []),
    ...lifted(linesEdits(check.subject, "subject", around), (subject) => ({ ...check, subject })),
    ...lifted(linesEdits(check.companion, "companion", around), (companion) => ({ ...check, companion })),
    ...lifted(scopeEdits(check.scope), (scope) => ({ ...check, scope })),
    ...lifted(testEdits(check.finds), (finds) => ({ ...check, finds })),
  ];
}

function testEdits(finds: CompanionTest): readonly Edit<CompanionTest>[] {
  switch (finds.kind) {
    case "present":
    case "absent":
      return [];
    case "at-least":
    case "fewer-than":
      return lifted(
        amountEdits(finds.amount, { least: 1 }, (value) => `at least ${measured(value, finds.measure)}`),
        (amount): CompanionTest => ({ ...finds, amount }),
      );
  }
}

/** Whether the statement asks for companions: where it finds them, every subject is looked at, and there is no word for the first alone. */
export function isRequired({ finds }: CompanionCheck): boolean {
  switch (finds.kind) {
    case "present":
    case "at-least":
      return false;
    case "absent":
    case "fewer-than":
      return true;
  }
}

/** `each` for `first`, `first` for `each`, one end for the other. */
export function pickEdits(pick: Pick): readonly Edit<Pick>[] {
  const others: { readonly [P in Pick]: readonly Pick[] } = {
    each: ["first"],
    first: ["each", "last"],
    last: ["each", "first"],
  };
  const shownBy = "a second subject";
  return others[pick].map((other) => edit(other, `${pick} subject`, `${other} subject`, { written: pick, shownBy }));
}
