/**
 * How a column of texts is asked for. DuckDB's package hands a text of more than twelve bytes over by itself, one call for
 * each, so that a column of long texts of which hardly any stands twice, as numbers of claims are, is asked for in pieces
 * of twelve characters, and put together here.
 */
import { longestInside } from "./chunk-cells.js";
import type { OpenParquet } from "./open-parquet.js";
import { sampleRows } from "./open-parquet.js";

/** In more pieces than these nothing is won. */
const mostPieces = 4;

/** For each of some expressions those whose texts, one behind the other, are its own; by what the first rows hold. */
export async function inPieces(file: OpenParquet, expressions: readonly string[]): Promise<readonly string[][]> {
  const asked = expressions.flatMap((text) => [
    `max(strlen(${text}))`,
    `count(DISTINCT ${text}) FILTER (strlen(${text}) > ${longestInside})`,
  ]);
  const said = await file.sample(asked);
  return expressions.map((text, index) => {
    const pieces = Math.ceil((said[index * 2] ?? 0) / longestInside);
    const differ = said[index * 2 + 1] ?? 0;
    if (pieces < 2 || pieces > mostPieces || differ < Math.min(file.rowCount, sampleRows) / 8) return [text];
    return Array.from({ length: pieces }, (_, piece) => {
      const from = piece * longestInside + 1;
      // The last piece has all the rest, however long it is.
      return `substring(${text}, ${from}${piece === pieces - 1 ? "" : `, ${longestInside}`})`;
    });
  });
}
