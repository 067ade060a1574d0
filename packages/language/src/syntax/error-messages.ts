/**
 * What Chevrotain is told to say: not a sentence but a key, the name of the token type that was wanted. The sentences
 * are the catalogue's; `repair` finds them.
 */
import type { IParserErrorMessageProvider } from "chevrotain";

export const errorMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? "",
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? "",
};
