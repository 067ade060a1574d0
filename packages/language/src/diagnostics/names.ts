/** What can be wrong with names: declaring them, and meaning something by them. */
import { define } from "@edict/rulebook";

export const names = define({
  "name-declared-twice": {
    severity: "error",
    message: (p: { name: string }) =>
      `${p.name} is declared twice; all files share one namespace, so give one another name`,
  },
  "modifier-as-name": {
    severity: "error",
    message: (p: { name: string; proposal: string }) =>
      `${p.name} is read as a modifier wherever the set could be named; write ${p.proposal}`,
  },
  "unknown-name": {
    severity: "error",
    message: (p: { name: string; wanted: string; near: string | null }) =>
      `unknown name ${p.name} where ${p.wanted} must stand; ` +
      (p.near === null ? "declare it, or write one that is declared" : `did you mean ${p.near}?`),
  },
  "wrong-kind-of-name": {
    severity: "error",
    message: (p: { name: string; is: string; wanted: string }) => `${p.name} is ${p.is}; ${p.wanted} must stand here`,
  },
  "unknown-field": {
    severity: "error",
    message: (p: { name: string; near: string | null }) =>
      `a line has no field ${p.name}; ` +
      (p.near === null ? `declare it, such as field ${p.name} text` : `did you mean ${p.near}?`),
  },
  "unknown-column": {
    severity: "error",
    message: (p: { name: string; table: string; columns: readonly string[]; near: string | null }) =>
      `table ${p.table} has no column ${p.name}; ` +
      (p.near === null ? `it has ${p.columns.join(", ") || "none"}` : `did you mean ${p.near}?`),
  },
  "row-without-table": {
    severity: "error",
    message: (p: { name: string }) =>
      `row.${p.name} stands where no table is read; add for each row of TABLE to the rule`,
  },
  "set-contains-itself": {
    severity: "error",
    message: (p: { circle: readonly string[] }) =>
      `${p.circle[0] ?? ""} contains itself: ${p.circle.join(" contains ")}; take one of them out`,
  },
  "missing-target": {
    severity: "error",
    message: (p: { path: string }) => `there is no file or folder ${p.path}; write a path relative to this file`,
  },
  "folder-without-rules": {
    severity: "error",
    message: (p: { path: string }) => `no .edict file is in the folder ${p.path}; name the folder that holds the rules`,
  },
});
