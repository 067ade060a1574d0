/** What is put right while somebody types: the indent of a line that was begun, the columns of a row that was closed. */
import { formatOnType, typedSigns } from "@edict/language";
import { DocumentOnTypeFormattingRequest } from "vscode-languageserver/node";
import type { RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";

const [firstTriggerCharacter, ...moreTriggerCharacter] = typedSigns;

export const documentOnTypeFormatting: RequestEntry = documentRequest(
  DocumentOnTypeFormattingRequest.type,
  { documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter } },
  ({ source, offsetAt, rangeOf }, { position, ch }) =>
    formatOnType(source.text, offsetAt(position), ch).map((edit) => ({ range: rangeOf(edit), newText: edit.text })),
);
