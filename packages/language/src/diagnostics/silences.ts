/** What can be wrong with comments that silence a diagnostic. */
import { define } from "@edict/rulebook";

export const silences = define({
  "silence-without-reason": {
    severity: "warning",
    message: (p: { code: string }) =>
      `nothing says why ${p.code} is silenced; write # edict allow ${p.code}: and the reason`,
  },
  "silence-of-nothing": {
    severity: "warning",
    message: () => "this silences nothing, for it names no code; write # edict allow CODE: and the reason",
  },
  "silence-of-unknown-code": {
    severity: "warning",
    message: (p: { code: string; near: string | null }) =>
      p.code.includes(",")
        ? "a comment allows one code; write a comment for each, one above the other"
        : `no diagnostic has the code ${p.code}; ` +
          (p.near === null ? "write one that edict check shows" : `did you mean ${p.near}?`),
  },
  "silence-of-an-error": {
    severity: "warning",
    message: (p: { code: string }) => `${p.code} is an error, and no comment silences an error; mend the rule`,
  },
  "silence-without-effect": {
    severity: "warning",
    message: (p: { code: string }) =>
      `edict check does not say ${p.code} here; take the comment out, or put it directly above the declaration or at the end of the line`,
  },
});
