/** The lints of the family `messages`: whether somebody can act on what a finding says. */
import type { Lint } from "../lint.js";
import { longMessage } from "./long-message.js";
import { messageRepeatsTitle } from "./message-repeats-title.js";
import { messageWithoutCode } from "./message-without-code.js";

export const messages: readonly Lint[] = [longMessage, messageRepeatsTitle, messageWithoutCode];
