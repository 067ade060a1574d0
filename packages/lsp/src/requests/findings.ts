/**
 * Requests of ours about the charge file of the workspace: `edict/chargeFile` chooses it, `edict/findings` gives the page
 * of what a rule would find in it. What is on the page comes from the person's own file and goes to the panel alone.
 */
import { html, ruleAt } from "@edict/language";
import { ProtocolRequestType } from "vscode-languageserver/node";
import { pathOfUri } from "../documents.js";
import type { ChargeFileQuestion, FindingsAnswer, FindingsQuestion } from "../own-protocol.js";
import { documentRequest, request } from "./request.js";

export const chargeFileRequest = new ProtocolRequestType<ChargeFileQuestion, string | null, never, void, void>(
  "edict/chargeFile",
);
export const findingsRequest = new ProtocolRequestType<FindingsQuestion, FindingsAnswer | null, never, void, void>(
  "edict/findings",
);

/** Answers why it cannot be read, or null. */
export const chargeFile = request(chargeFileRequest, {}, (server, { uri }): string | null => {
  server.chooseCharges(uri === null ? null : pathOfUri(uri));
  return server.trials.obstacle;
});

export const findings = documentRequest(
  findingsRequest,
  {},
  async ({ analysis, path, offsetAt, rulebook }, { rule: named, position }, { trials }): Promise<FindingsAnswer> => {
    const rule = named ?? (position === null ? null : ruleAt(analysis, path, offsetAt(position)));
    const say = (text: string): FindingsAnswer => ({
      kind: "page",
      rule,
      html: html`<p class="warning">${text}</p>`.html,
    });
    if (trials.obstacle !== null) return say(trials.obstacle);
    if (trials.file === null) return { kind: "no file" };
    if (rule === null) return say("Put the caret into a rule to see what it would find.");
    const result = await trials.run(rulebook);
    if (result?.kind === "failed") return say(`Nothing was tried: ${result.why}.`);
    const page = result?.kind === "done" ? await trials.page(rulebook, rule) : null;
    return page === null
      ? say("The rules were edited meanwhile; save to try them again.")
      : { kind: "page", rule, html: page };
  },
);
