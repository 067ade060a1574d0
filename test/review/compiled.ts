/** A rulebook from the text of one file, and what a review says of two. */
import { compile } from "@edict/language";
import type { Review } from "@edict/review";
import { review } from "@edict/review";
import type { Rulebook } from "@edict/rulebook";
import { memoryHost } from "../hosts/memory-host.js";

export function rulebookOf(text: string): Rulebook {
  const { rulebook, diagnostics } = compile(["a.edict"], memoryHost(new Map([["a.edict", text]])));
  if (rulebook === null) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return rulebook;
}

export function reviewOf(base: string, head: string): Review {
  const side = (text: string) => ({ rulebook: rulebookOf(text), tables: new Map() });
  return review(side(base), side(head));
}
