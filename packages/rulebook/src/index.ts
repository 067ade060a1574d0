// Places and the calendar.
export type { Place } from "./place.js";
export type { Duration, IsoDate } from "./calendar.js";
export {
  addDuration,
  dateExists,
  dateParts,
  dayNumber,
  daysInMonth,
  formatDate,
  parseIsoDate,
  weekday,
} from "./calendar.js";

// Numbers with their nouns.
export { counted, tallied, thousands } from "./counted.js";

// The shapes of codes and their order.
export {
  afterPrefix,
  billedCode,
  codeAt,
  codeNumber,
  codeNumbers,
  codeOrdinal,
  codeShape,
  compareBytes,
  diagnosisShape,
  looseDiagnosisShape,
  modifierShape,
  nameShape,
  withDot,
} from "./shapes.js";

// What a code that does not exist was most likely to be.
export { nearestCodes } from "./nearest-codes.js";

// The compiled rulebook.
export type { Authority, Episode, Layout, LayoutEntry, Payer, PayerGroup, Rulebook, Setting } from "./rulebook.js";
export { rulebookFormat } from "./rulebook.js";
export type {
  CodeChoice,
  CodeSet,
  CodeSpan,
  Declared,
  DiagnosisSet,
  DiagnosisSpan,
  ModifierSet,
  ModifierSpan,
} from "./sets.js";
export type { BuiltInField, Field, FieldType, ValueType } from "./fields.js";
export { fieldTypes, isBuiltInField, sourceFields, valueTypeOf } from "./fields.js";
export type {
  AllCondition,
  AnyCondition,
  CompareCondition,
  Comparison,
  Condition,
  InCondition,
  NotCondition,
  Operand,
  PresenceCondition,
  RowCondition,
  Side,
  Values,
} from "./conditions.js";
export type {
  Allowance,
  Amount,
  Check,
  CompanionCheck,
  CompanionTest,
  CountCheck,
  Group,
  LineCheck,
  Lines,
  Measure,
  Pick,
  Scope,
  Window,
} from "./checks.js";
export type {
  Citation,
  Clauses,
  DateBound,
  Effective,
  MessagePart,
  Need,
  Outcome,
  Override,
  Placeholder,
  Reach,
  Rule,
  Severity,
  Suggestion,
  Waiver,
} from "./rule.js";
export { placeholders } from "./rule.js";
export type { Cell, Column, ColumnType, FileSource, RowsSource, Table } from "./tables.js";
export type { Expectation, RuleTest, TestLine } from "./tests.js";

// In, out, and in short.
export type { RulebookRead } from "./read-rulebook.js";
export { readRulebook } from "./read-rulebook.js";
export { printRulebook } from "./print-rulebook.js";
export type { JsonSchema } from "./rulebook-schema.js";
export { rulebookSchema } from "./rulebook-schema.js";
export { renderRule } from "./render-rule.js";
export { renderDates, renderOperand, renderRange } from "./render/conditions.js";

// Charge lines, findings and the account of a run.
export type { ChargeFile, Charges, DateColumn, ListColumn, NumberColumn, TextColumn } from "./charges.js";
export { noDate, textAt } from "./charges.js";
export type { CellIds, DateCells, NumberCells, RowOrder, TableColumn, TableData, TextCells } from "./table-data.js";
export { cellDayAt, cellNumberAt, cellTextAt } from "./table-data.js";
export type {
  Finding,
  FindingLine,
  FindingSuggestion,
  NotEvaluated,
  Rejected,
  RuleAccount,
  Summary,
} from "./finding.js";

// Diagnostics.
export type {
  Catalogue,
  Diagnostic,
  DiagnosticKind,
  DiagnosticSeverity,
  Edit,
  Fix,
  ParametersOf,
  Span,
} from "./diagnostic.js";
export { define } from "./diagnostic.js";
