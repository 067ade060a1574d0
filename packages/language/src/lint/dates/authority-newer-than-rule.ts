/** A rule that ended before the version of the source it rests on came out: it cannot have said so then. */
import { formatDate } from "@edict/rulebook";
import { declaredAs } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { stretchOf } from "../../source/source.js";
import { daysOfVersion } from "../facts/versions.js";
import { versionLint } from "../lint.js";

export const authorityNewerThanRule = versionLint(
  {
    code: "authority-newer-than-rule",
    severity: "warning",
    message: (p: { name: string; version: string; end: string }) =>
      `the rule ended on ${p.end}, before version ${p.version} of ${p.name}; cite the version that held then`,
  },
  (book, { clauses: { because, effective } }, found) => {
    const { until } = daysOfEffective(effective);
    for (const { source, node } of because) {
      const authority = declaredAs(book.declared, node.authority.text, "authority")?.node;
      const version = authority?.version?.text;
      const days = version === undefined ? null : daysOfVersion(version);
      if (version === undefined || days === null || until >= days.from) continue;
      found(stretchOf(source, node.authority), { name: node.authority.text, version, end: formatDate(until) });
    }
  },
);
