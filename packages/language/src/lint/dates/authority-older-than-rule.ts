/** A rule that begins after the version of the source it rests on: nobody has read the version of its own time. */
import { formatDate } from "@edict/rulebook";
import { declaredAs } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { stretchOf } from "../../source/source.js";
import { daysOfVersion } from "../facts/versions.js";
import { versionLint } from "../lint.js";

export const authorityOlderThanRule = versionLint(
  {
    code: "authority-older-than-rule",
    severity: "info",
    message: (p: { name: string; version: string; start: string }) =>
      `the rule begins on ${p.start}, after version ${p.version} of ${p.name}; read the version of that date, and cite it`,
  },
  (book, { clauses: { because, effective } }, found) => {
    const { from } = daysOfEffective(effective);
    for (const { source, node } of because) {
      const authority = declaredAs(book.declared, node.authority.text, "authority")?.node;
      const version = authority?.version?.text;
      const days = version === undefined ? null : daysOfVersion(version);
      if (version === undefined || days === null || from <= days.until) continue;
      found(stretchOf(source, node.authority), { name: node.authority.text, version, start: formatDate(from) });
    }
  },
);
