/** What a statement lowers to: its checks, and what it says where the rule says nothing. */
import type { Check, MessagePart, Suggestion } from "@edict/rulebook";

export interface LoweredStatement {
  /** In the order in which they are judged. */
  readonly checks: readonly Check[];
  /** The message of a rule without one. */
  readonly message: readonly MessagePart[];
  /** The proposal of a rule without one. */
  readonly suggest: Suggestion | null;
}
