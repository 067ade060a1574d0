import { expect, test } from "vitest";
import { chargesFromLines } from "../charges-from-lines.js";
import { patientsBySource } from "./patients-by-source.js";

test("patients are parted by the sources that know them, in the order of the sources", () => {
  const line = (patient: string, file: string, row: number) => ({
    file,
    row,
    patient,
    date: "2026-03-02",
    code: "77412",
  });
  const lines = [
    line("P1", "a.csv", 2),
    line("P2", "a.csv", 3),
    line("P2", "b.csv", 2),
    line("P3", "c.csv", 2),
    line("P4", "b.csv", 3),
    line("P4", "c.csv", 3),
    line("P5", "a.csv", 4),
    line("P6", "c.csv", 4),
    line("P6", "a.csv", 5),
    line("P6", "b.csv", 4),
  ];
  const charges = chargesFromLines(lines);
  const sources = charges.files.map(({ name }) => name.replace(".csv", ""));
  expect(patientsBySource(charges, ["a", "b", "c"], sources)).toEqual({
    inAll: 1,
    notInAll: [
      { in: ["a", "b"], patients: ["P2"] },
      { in: ["a"], patients: ["P1", "P5"] },
      { in: ["b", "c"], patients: ["P4"] },
      { in: ["c"], patients: ["P3"] },
    ],
  });
});
