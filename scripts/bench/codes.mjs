// The codes of the invented charges: bare numbers, and what a line can bear.

/** Codes that no rule names but the tables do: five digits below 70000. */
export const otherCodes = Array.from({ length: 13_900 }, (_, index) => String(10_000 + index * 4).padStart(5, "0"));
const oncology = [
  ...["77280", "77285", "77290", "77295", "77301", "77306", "77307", "77300", "77334", "77338", "77336", "77427"],
  ...["77385", "77386", "77402", "77407", "77412", "77373", "77435", "77520", "77523", "77014", "77263", "77470"],
  ...["G6002", "G6004", "G6011", "G6015"],
];
/** Every code that a line can bear. */
export const allCodes = [...otherCodes, ...oncology];
/** Diagnoses of the invented lines. */
export const diagnosisCodes = Array.from({ length: 900 }, (_, index) => `C${String(10 + (index % 80))}.${index % 10}`);
