import { expect, test } from "vitest";
import { nearestCodes } from "./nearest-codes.js";

const near = (code: string, ...codes: string[]): string =>
  nearestCodes(code, (candidate) => codes.includes(candidate)).join(" ");

test("two neighbours swapped come first, then a key struck again, then any other sign", () => {
  expect(near("77310", "77301", "77210", "77300")).toBe("77301 77300 77210");
  expect(near("77780", "77280", "77789", "77770")).toBe("77280 77789 77770");
  expect(near("77780", "77080", "77280")).toBe("77280 77080");
});

test("a code of another family counts only where none of the same is near, or where two neighbours were swapped", () => {
  expect(near("77780", "47780", "77789")).toBe("77789");
  expect(near("77780", "47780", "27780")).toBe("47780 27780");
  expect(near("73701", "77301", "73700")).toBe("77301 73700");
});

test("at most three, and none that is further away than one slip", () => {
  expect(near("77300", "77301", "77302", "77303", "77304")).toBe("77301 77302 77303");
  expect(near("77300", "77412", "77399")).toBe("");
  expect(near("77300", "77300")).toBe("");
});

test("letters and digits are exchanged only where the shape of a code allows it", () => {
  expect(near("G6051", "G6015", "J6051", "G605A")).toBe("G6015");
  expect(near("G6018", "G6015", "J6018")).toBe("G6015");
  expect(near("0394U", "0394T", "03944")).toBe("0394T 03944");
});
