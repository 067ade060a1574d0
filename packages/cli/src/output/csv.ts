/** Lines of CSV as RFC 4180 has them, which a spreadsheet shows and does not run. */

/**
 * A line with its line break. A cell that a spreadsheet would take for a formula begins with an apostrophe, which it does
 * not show; numbers and dates do not look like one.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
