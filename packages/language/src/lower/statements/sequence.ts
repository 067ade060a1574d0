/** `sequence A, then B, then first C`: for each link a companion that must not be absent, from the link before it. */
import type { CompanionCheck } from "@edict/rulebook";
import type { SequenceStatement } from "../../ast/nodes.js";
import { labelOf } from "../../print/codes.js";
import type { LoweringPlace } from "../from-codes.js";
import { fromCodes } from "../from-codes.js";
import { fromWithin } from "../from-scope.js";
import { filled, sentence } from "../message.js";
import type { LoweredStatement } from "./lowered.js";

export function fromSequence(place: LoweringPlace, { opening, links, episode }: SequenceStatement): LoweredStatement {
  const order = [opening, ...links.map((link) => link.codes)].map(labelOf).join(", then ");
  return {
    checks: links.map((link, index): CompanionCheck => ({
      kind: "companion",
      pick: link.pick,
      subject: fromCodes(place, link.codes),
      companion: fromCodes(place, links[index - 1]?.codes ?? opening),
      scope: {
        windows: [{ direction: "before", ...fromWithin(link.within) }],
        episode: episode?.text ?? null,
        same: [],
      },
      finds: { kind: "absent" },
    })),
    message: sentence`${filled("code")} on ${filled("date")} comes without what goes before it: ${order}`,
    suggest: null,
  };
}
