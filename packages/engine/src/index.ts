// Findings of a run.
export type { Account, EvaluationInput, EvaluationRequest, RuleTime } from "./evaluation.js";
export type { Evaluation } from "./evaluate.js";
export { evaluate, findingsOf, startEvaluation } from "./evaluate.js";
export type { RunBeside } from "./evaluate-both.js";
export { evaluateBoth } from "./evaluate-both.js";
export type { PatientFindings } from "./findings/patient-findings.js";
export { FindingJson } from "./findings/finding-json.js";

// Why a line has a finding or none.
export type { ExplainInput, ExplanationStep, RuleExplanation } from "./explanation.js";
export { explain } from "./explain.js";
export type { TimelineQuestion } from "./explain-timeline.js";
export { explainTimeline } from "./explain-timeline.js";

// Sources compared.
export type { ComparingRule, RulesBySources } from "./reconcile/compared-sources.js";
export { rulesBySources } from "./reconcile/compared-sources.js";
export type { Difference } from "./reconcile/difference.js";
export { differenceTeller } from "./reconcile/difference.js";
export type { PatientsBySource, PatientsInSources } from "./reconcile/patients-by-source.js";
export { patientsBySource } from "./reconcile/patients-by-source.js";

// The rulebook's own tests.
export type { MissingFinding, TestOutcome, UnexpectedFinding } from "./test-outcome.js";
export { againstTexts } from "./test-outcome.js";
export { runTests, runTestsInSteps } from "./run-tests.js";

// Which slips in the rulebook its tests would notice.
export type { Change } from "./mutate/edit.js";
export type { SetParts } from "./mutate/declarations.js";
export type { Mutant, MutatedClause, MutatedDeclaration } from "./mutate/mutant.js";
export type { MutateOptions, MutationScore, Survivor } from "./mutate/mutate.js";
export { mutantsOf, mutate } from "./mutate/mutate.js";

// Tables and charge lines from what is in memory.
export { cellOf, rowsOf, tableData } from "./table-data.js";
export type { PlainLine } from "./charges-from-lines.js";
export { chargesFromLines } from "./charges-from-lines.js";

// The sizes at which plan and kernels go another way: tests go both ways on small patients and tables.
export { setMostPairs } from "./kernels/companion.js";
export { setMostCompared } from "./kernels/daily-limits.js";
export { setMostInScope } from "./kernels/pairs.js";
export { setFewLines } from "./plan/pair-index.js";
export { setManyCodes } from "./plan/plan.js";
