/** What can be wrong with sets, settings, payers, fields, episodes and layouts. */
import { define } from "@edict/rulebook";

export const declarations = define({
  // ── Values ──
  "not-a-code": {
    severity: "error",
    message: (p: { seen: string; proposal: string | null }) =>
      `${p.seen} is no code; ${p.proposal === null ? "a code has five characters, such as 77301, 0394T or G6015" : `write ${p.proposal}`}`,
  },
  "not-a-diagnosis": {
    severity: "error",
    message: (p: { seen: string; proposal: string | null }) =>
      `${p.seen} is no diagnosis; ${p.proposal === null ? "write one with its dot, such as C61 or C50.911" : `write ${p.proposal}`}`,
  },
  "not-a-modifier": {
    severity: "error",
    message: (p: { seen: string; proposal: string | null }) =>
      `${p.seen} is no modifier; ${p.proposal === null ? "a modifier has two characters, such as 59 or XS" : `write ${p.proposal}`}`,
  },
  "not-a-place": {
    severity: "error",
    message: (p: { seen: string }) => `${p.seen} is no place of service; write two digits, such as 11`,
  },
  "not-a-bill": {
    severity: "error",
    message: (p: { seen: string }) => `${p.seen} starts no type of bill; write its first digits, such as 13`,
  },
  "not-a-revenue-code": {
    severity: "error",
    message: (p: { seen: string }) => `${p.seen} is no revenue code; write four digits, such as 0333`,
  },

  // ── Sets ──
  "range-across-shapes": {
    severity: "error",
    message: (p: { first: string; last: string }) =>
      `${p.first} and ${p.last} are codes of two shapes; write one range for each shape`,
  },
  "range-backwards": {
    severity: "error",
    message: (p: { first: string; last: string }) => `the range ends before it starts; write ${p.last}..${p.first}`,
  },
  "range-not-possible": {
    severity: "error",
    message: (p: { what: string }) => `${p.what} have no ranges; name each one`,
  },
  "dates-backwards": {
    severity: "error",
    message: (p: { from: string; until: string }) =>
      `the dates end on ${p.until}, before they start on ${p.from}; put the earlier date first`,
  },
  "dates-on-a-row": {
    severity: "error",
    message: (p: { column: string }) =>
      `row.${p.column} takes no dates of its own; bound the row, such as effective row.from to row.to`,
  },
  "except-without-effect": {
    severity: "warning",
    message: (p: { item: string }) => `${p.item} takes nothing out of the set; leave it away, or look for a slip`,
  },
  "empty-set": {
    severity: "warning",
    message: (p: { name: string }) => `${p.name} holds nothing on any date; add to it, or take less out of it`,
  },
  "unused-set": {
    severity: "warning",
    message: (p: { name: string }) => `nothing uses the set ${p.name}; use it, or take it out`,
  },
  "unused-episode": {
    severity: "warning",
    message: (p: { name: string }) => `nothing uses the episode ${p.name}; use it, or take it out`,
  },

  // ── The other declarations ──
  "field-is-built-in": {
    severity: "error",
    message: (p: { name: string }) =>
      `every line has ${p.name}; leave this declaration away, or give the field another name`,
  },
  "star-within-alias": {
    severity: "warning",
    message: (p: { alias: string }) =>
      `a star stands for any ending only at the end, and "${p.alias}" has one before it; write the beginning and one star`,
  },
  "duration-of-zero": {
    severity: "error",
    message: () => "no day lies in a duration of zero; write at least 1 day",
  },
  "layout-field-twice": {
    severity: "error",
    message: (p: { field: string }) => `${p.field} stands in the layout twice; keep one of them`,
  },
  "not-a-date-format": {
    severity: "error",
    message: (p: { format: string }) =>
      `"${p.format}" does not say year, month and day once each; write a format such as MM/DD/YYYY`,
  },
  "format-without-date": {
    severity: "error",
    message: (p: { field: string }) => `${p.field} is no date, so it has no format; leave as … away`,
  },
  "split-without-list": {
    severity: "error",
    message: (p: { field: string }) =>
      `${p.field} holds one value and is not split; only modifiers and diagnoses are, so leave split by … away`,
  },
  "several-headers": {
    severity: "error",
    message: (p: { field: string }) =>
      `${p.field} holds one value and has one column; only modifiers and diagnoses may have several`,
  },
});
