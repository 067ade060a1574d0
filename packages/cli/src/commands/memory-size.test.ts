import { expect, test } from "vitest";
import { memorySize } from "./memory-size.js";

test("a size has a unit, or is bytes", () => {
  expect(["256MB", "2GB", "1.5 gb", "2g", "268435456"].map(memorySize)).toEqual([
    268_435_456, 2_147_483_648, 1_610_612_736, 2_147_483_648, 268_435_456,
  ]);
});

test("a size that is none, or is too small, is refused with what to write", () => {
  for (const text of ["much", "", "-2GB", "2PB", "1e9"]) expect(() => memorySize(text)).toThrow("such as 512MB or 2GB");
  for (const text of ["255MB", "0.2GB", "400000"]) expect(() => memorySize(text)).toThrow("the least is 256MB");
});
