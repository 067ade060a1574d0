/** Episodes, compiled: whose lines open and extend them, and how far they reach (`language.md` section 3). */
import type { Episode } from "@edict/rulebook";
import { addDuration } from "@edict/rulebook";
import { remembered } from "../columns/fields.js";
import type { Choice, Choices } from "./choices.js";
import type { Names } from "./names.js";

export interface EpisodePlan {
  readonly id: number;
  readonly name: string;
  readonly choice: Choice;
  readonly kind: Episode["ends"]["kind"];
  /** `idle`: the last day on which a line still belongs with one of this day. `lasts`: the last day of an episode that opens on this day. */
  readonly lastDayFrom: (day: number) => number;
}

export interface Episodes {
  readonly all: readonly EpisodePlan[];
  readonly plan: (name: string) => EpisodePlan;
}

export function episodesOf(names: Names, choices: Choices): Episodes {
  const all: EpisodePlan[] = [];
  const known = new Map<string, EpisodePlan>();
  return {
    all,
    plan: (name) =>
      remembered(known, name, () => {
        const { codes, ends } = names.episode(name);
        const plan: EpisodePlan = {
          id: all.length,
          name,
          choice: choices.choose(codes, null, null).widest,
          kind: ends.kind,
          lastDayFrom:
            ends.kind === "idle"
              ? (day) => addDuration(day, ends.after, 1)
              : (day) => addDuration(day, ends.length, 1) - 1,
        };
        all.push(plan);
        return plan;
      }),
  };
}
