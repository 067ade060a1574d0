/** The changes of a table as CSV, a row for each, with the ids of the rules that name one of its codes. */
import { csvLine } from "../../output/csv.js";
import { placeCells, saidCell } from "./cells.js";
import type { MakeDiffReport } from "./report.js";

export const csvDiff: MakeDiffReport = ({ out, diff, limit }) => {
  const { keys, values } = diff.shape;
  const said = values.flatMap((name) => [`${name} was`, `${name} now`]);
  out.write(csvLine(["change", ...keys, "from", "to", ...said, "rules"]));
  let listed = 0;
  return {
    change: (change, rules) => {
      if (listed++ >= (limit ?? Infinity)) return;
      const cells = values.flatMap((_, place) => [saidCell(change.was, place), saidCell(change.now, place)]);
      out.write(csvLine([...placeCells(change), ...cells, (rules ?? []).join(" ")]));
    },
    end: () => {},
  };
};
