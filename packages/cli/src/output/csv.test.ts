import { expect, test } from "vitest";
import { csvLine } from "./csv.js";

test("what separates is quoted, and quotes are doubled", () => {
  expect(csvLine(["77301", "a,b", 'a "b"', "a\nb", ""])).toBe('77301,"a,b","a ""b""","a\nb",\r\n');
});

test("no cell is run as a formula, and a number stays one", () => {
  expect(csvLine(["=1+1", "+1", "-1", "-1+1", "@a", "\t=1", "=a,b", "＝1"])).toBe(
    `'=1+1,'+1,-1,'-1+1,'@a,'\t=1,"'=a,b",'＝1\r\n`,
  );
});
