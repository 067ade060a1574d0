/**
 * The rows of a table of add-on codes, gathered by add-on code: on which days its primary codes are known, and which they
 * are. A row alone says nothing against a line, since any one of several primary codes is enough.
 */
import { compareBytes, noDate } from "@edict/rulebook";
import { shapeOf } from "./imported-shape.js";
import { readOlder } from "./older-table.js";

/** Days from one to another, both included; `noDate` where there is none. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** An add-on code and what is listed for it. */
export interface AddOnGroup {
  readonly code: string;
  /** The days on which all of its primary codes are listed. */
  readonly all: readonly Days[];
  /** The days on which some are, and others may be. On other days none is listed. */
  readonly some: readonly Days[];
  readonly primaries: readonly { readonly code: string; readonly days: readonly Days[] }[];
}

interface AddOnRow extends Days {
  readonly addOn: string;
  /** Blank where whoever pays decides. */
  readonly primary: string;
  readonly type: number;
}

/** Reads a table that was imported and gathers its rows, in the order of the add-on codes. */
export async function addOnGroups(name: string, folder: string): Promise<readonly AddOnGroup[]> {
  const table = await readOlder(name, folder, shapeOf("ncci-add-on").columns);
  const groups = new Map<string, AddOnRow[]>();
  for (let place = 0; place < table.count; place++) {
    const row = {
      addOn: table.text("addon", place),
      primary: table.text("primary", place),
      from: table.day("effective", place),
      to: table.day("deleted", place),
      type: table.number("type", place) ?? 0,
    };
    groups.set(row.addOn, [...(groups.get(row.addOn) ?? []), row]);
  }
  return [...groups].sort(([one], [other]) => compareBytes(one, other)).map(([code, rows]) => groupOf(code, rows));
}

function groupOf(code: string, rows: readonly AddOnRow[]): AddOnGroup {
  const listed = rows.filter(({ primary }) => primary !== "");
  const primaries = [...new Set(listed.map(({ primary }) => primary))].sort(compareBytes);
  return {
    code,
    all: daysOf(rows, (inForce) => isListed(inForce) && inForce.every(isCertain)),
    some: daysOf(rows, (inForce) => isListed(inForce) && !inForce.every(isCertain)),
    primaries: primaries.map((primary) => ({
      code: primary,
      days: daysOf(
        listed.filter((row) => row.primary === primary),
        (inForce) => inForce.length > 0,
      ),
    })),
  };
}

function isListed(rows: readonly AddOnRow[]): boolean {
  return rows.some(({ primary }) => primary !== "");
}

/** Of type 1 all primary codes are listed, but where a row beside it leaves them to whoever pays. */
function isCertain({ primary, type }: AddOnRow): boolean {
  return primary !== "" && type === 1;
}

/** The days on which the rows in force are so. */
function daysOf(rows: readonly AddOnRow[], isSo: (inForce: readonly AddOnRow[]) => boolean): readonly Days[] {
  const starts = new Set([noDate]);
  for (const { from, to } of rows) {
    starts.add(from);
    if (to !== noDate) starts.add(to + 1);
  }
  const days = [...starts].sort((one, other) => one - other);
  const found: Days[] = [];
  for (const [index, from] of days.entries()) {
    const next = days[index + 1];
    if (!isSo(rows.filter((row) => row.from <= from && (row.to === noDate || row.to >= from)))) continue;
    const to = next === undefined ? noDate : next - 1;
    const last = found.at(-1);
    if (last?.to === from - 1) found[found.length - 1] = { from: last.from, to };
    else found.push({ from, to });
  }
  return found;
}
