/** Headers in messages about columns that were not found. */
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { usualDates } from "../values/dates.js";
import { Unreadable } from "../values/unreadable.js";
import { shownHeaders } from "./header-key.js";

/**
 * The headers of a file for a message. Where one of them is a number or a date, the first row is no header but a line of
 * somebody's charges: then that is the error, and nothing of it is shown.
 */
export function headersToShow(headers: readonly string[], file: string): string {
  if (headers.some(isValue)) throw fileError(fileErrors, "header-missing", { file }, {});
  return shownHeaders(headers);
}

function isValue(header: string): boolean {
  const text = header.trim();
  return /^[-$(]?\d[\d,.]*\)?$/.test(text) || (/^\d/.test(text) && !(usualDates.read(text) instanceof Unreadable));
}
