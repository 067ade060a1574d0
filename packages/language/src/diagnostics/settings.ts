/** What can be wrong with an `edict.json`. A setting that would be passed over is an error: somebody relies on it. */
import { define } from "@edict/rulebook";

export const settings = define({
  "settings-not-json": {
    severity: "error",
    message: (p: { seen: string; wanted: string }) => `${p.seen} stands where JSON has ${p.wanted}; write ${p.wanted}`,
  },
  "settings-form": {
    severity: "error",
    message: (p: { what: string; wanted: string }) => `${p.what} must be ${p.wanted}; write ${p.wanted}`,
  },
  "setting-twice": {
    severity: "error",
    message: (p: { key: string }) => `${p.key} is set twice; keep one of them`,
  },
  "unknown-setting": {
    severity: "error",
    message: (p: { key: string; near: string | null; known: readonly string[] }) =>
      `there is no setting ${p.key}; ` +
      (p.near === null ? `there are ${p.known.join(" and ")}` : `did you mean ${p.near}?`),
  },
  "unknown-lint": {
    severity: "error",
    message: (p: { code: string; near: string | null }) =>
      `no diagnostic has the code ${p.code}; ` +
      (p.near === null ? "write one that edict check shows" : `did you mean ${p.near}?`),
  },
  "severity-of-an-error": {
    severity: "error",
    message: (p: { code: string }) =>
      `${p.code} is an error of the language, which nothing makes less; take this setting out`,
  },
  "unknown-severity": {
    severity: "error",
    message: (p: { seen: string; near: string | null }) =>
      `${p.seen} is no severity; ` +
      (p.near === null ? "write off, info, warning or error" : `did you mean ${p.near}?`),
  },
});
