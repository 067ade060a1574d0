/** What writes findings as lines of JSON. */
import type { Charges } from "@edict/rulebook";
import type { Raised } from "./raised.js";

/** Takes whole lines; the bytes are written over after it returns. */
export type WriteBytes = (bytes: Uint8Array) => void;

export interface FindingWriter {
  /** Writes the findings of one patient. */
  readonly patient: (findings: readonly Raised[], charges: Charges) => void;
  /** Hands over what is waiting. */
  readonly flush: () => void;
}
