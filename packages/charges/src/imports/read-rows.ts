/** The rows of all files of an import, each with a reader of its source; what is rejected is listed and counted. */
import type { Unreadable } from "../values/unreadable.js";
import type { RejectedRows } from "./rejected-rows.js";
import type { ImportRequest } from "./import-request.js";
import type { PublishedColumn, TakeRowInPlace } from "./published-columns.js";
import { BelowHeader } from "./published-columns.js";
import type { TextLayout } from "./records.js";
import { separatedTexts } from "./records.js";
import type { SourceFile } from "./source-files.js";
import { readSource } from "./source-files.js";

/** Why a row is rejected, and in which column, by its place among the published ones. */
export interface RejectedCell {
  readonly column: number;
  readonly why: Unreadable;
}

/** Takes a row; answers what is wrong with it, or that it is none. */
export type RowReader = (cells: readonly string[]) => RejectedCell | "no row" | null;

/** Takes a row where it stands, if it is as plain as rows can be; answers false where a `RowReader` is to read it. */
export type PlainRowReader = TakeRowInPlace;

/** What was read. */
export interface ReadRows {
  readonly files: readonly SourceFile[];
  /** The texts in them. */
  readonly parts: readonly ReadPart[];
}

/** A text that was read. */
export interface ReadPart {
  /** Behind its archive's. */
  readonly name: string;
  readonly rows: number;
  readonly rejected: number;
}

/** Reads the files one after another. `readerOf` is told each text's name. */
export async function readRows(
  request: ImportRequest,
  published: readonly PublishedColumn[],
  rejected: RejectedRows,
  readerOf: (part: string) => RowReader,
  {
    texts = separatedTexts,
    plain = null,
  }: { readonly texts?: TextLayout; readonly plain?: PlainRowReader | null } = {},
): Promise<ReadRows> {
  const parts: { name: string; rows: number; rejected: number }[] = [];
  const files: SourceFile[] = [];
  for (const file of request.files) {
    const headers: BelowHeader[] = [];
    const begin = (name: string) => {
      const part = { name, rows: 0, rejected: 0 };
      parts.push(part);
      const reader = readerOf(name);
      const reject = (row: number, column: string | null, value: string, why: Unreadable): void => {
        part.rejected++;
        rejected.add(name, row, column, value, why);
      };
      const header = new BelowHeader(
        name,
        published,
        (cells, row) => {
          const wrong = reader(cells);
          if (wrong === "no row") return;
          part.rows++;
          if (wrong !== null) reject(row, published[wrong.column]?.name ?? null, cells[wrong.column] ?? "", wrong.why);
        },
        plain === null
          ? null
          : (line, places) => {
              const isTaken = plain(line, places);
              if (isTaken) part.rows++;
              return isTaken;
            },
        (why, row) => {
          part.rows++;
          reject(row, null, "", why);
        },
      );
      headers.push(header);
      return header;
    };
    files.push(await readSource(file, request.folder, begin, { texts }));
    for (const header of headers) header.end();
  }
  return { files, parts };
}
