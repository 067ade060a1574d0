/** A date of another century is a slip of the key: Medicare paid nothing before 1966. */
import { dateParts, parseIsoDate } from "@edict/rulebook";
import { walk } from "../../ast/children.js";
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

const first = 1966;
const last = 2099;

export const unlikelyDate = declarationLint(
  {
    code: "unlikely-date",
    severity: "warning",
    message: (p: { date: string; what: string }) => `${p.date} is ${p.what}; correct the year`,
  },
  ["codes", "diagnoses", "modifiers", "episode", "rule", "override", "waive"],
  (_, { source, node }, found) => {
    for (const part of walk(node)) {
      if (part.kind !== "date-literal") continue;
      const date = source.text.slice(part.start, part.end);
      const day = parseIsoDate(date);
      // The calendar's last date is how some say that there is no end.
      if (day === null || date === "9999-12-31") continue;
      const { year } = dateParts(day);
      if (year < first) found(stretchOf(source, part), { date, what: `before Medicare began, in ${first}` });
      if (year > last) found(stretchOf(source, part), { date, what: "in another century" });
    }
  },
);
