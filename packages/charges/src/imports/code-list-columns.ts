/** The columns of a code list: known by their usual headers, or by the names that the user gives. */
import type { PublishedColumn } from "./published-columns.js";

/** Headers that the user names; null where the usual ones are looked for. */
export interface CodeListColumns {
  readonly code: string | null;
  readonly effective: string | null;
  readonly ended: string | null;
}

const usual = {
  code: /^(?:(?:hcpcs?|cpt|hcpcs ?\/ ?cpt|cpt ?\/ ?hcpcs)(?:[ _]codes?)?|(?:procedure[ _])?codes?)$/i,
  effective: /^(?:code[ _])?(?:add(?:ed)?|eff(?:ective)?|start|begin|valid from|from)(?:[ _](?:date|dt|from))?$/i,
  ended:
    /^(?:code[ _])?(?:term(?:ination)?|end(?:ed|s)?|exp(?:iry|iration)?|delet(?:ed|ion)|last|valid (?:to|until)|to|until)(?:[ _](?:date|dt|day|to))?$/i,
} as const;

/** Code, first day, last day, and what kind of record a row of HCPCS is. */
export function publishedColumns({ code, effective, ended }: CodeListColumns): readonly PublishedColumn[] {
  return [
    { name: code ?? "code", header: code === null ? usual.code : exactly(code) },
    dateColumn(effective, "effective date", usual.effective),
    dateColumn(ended, "ended date", usual.ended),
    { name: "RECID", header: /^recid$/i, optional: true },
  ];
}

/** A column that is named must be there; one that is looked for may be missing. */
function dateColumn(named: string | null, name: string, header: RegExp): PublishedColumn {
  return named === null ? { name, header, optional: true } : { name: named, header: exactly(named) };
}

function exactly(header: string): RegExp {
  const words = header.trim().split(/\s+/);
  return new RegExp(`^${words.map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join(" ")}$`, "i");
}
