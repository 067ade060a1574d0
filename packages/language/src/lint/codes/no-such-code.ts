/** A code that is in no list of valid codes on any day on which it is meant: most likely a slip of a digit. */
import { formatDate } from "@edict/rulebook";
import { naming } from "../facts/codes-meant.js";
import { judgedCodes } from "../facts/judged-codes.js";
import { declarationLint } from "../lint.js";

export const noSuchCode = declarationLint(
  {
    code: "no-such-code",
    severity: "warning",
    message: (p: { code: string; list: string; when: string; near: readonly string[] }) =>
      `${p.code} is no code in ${p.list}${p.when}; ${p.near.length === 0 ? "name a code that is valid" : `did you mean ${listed(p.near)}?`}`,
  },
  naming,
  (book, { source, node }, found) => {
    for (const { at, code, list, found: judged } of judgedCodes(book, source, node)) {
      if (judged.kind !== "none") continue;
      const { before, after, near } = judged;
      const when =
        after !== null ? ` after ${formatDate(after)}` : before !== null ? ` before ${formatDate(before)}` : "";
      const fixes = near.map((text) => ({ title: `write ${text}`, edits: [{ at, text }] }));
      found(at, { code, list, when, near }, { fixes });
    }
  },
);

/** `77280, 77080 or 77789` */
function listed(codes: readonly string[]): string {
  const last = codes.at(-1) ?? "";
  return codes.length > 1 ? `${codes.slice(0, -1).join(", ")} or ${last}` : last;
}
