// Holds the findings of a run to the key: which planted mistakes were found, and what was found besides.
import { asks } from "./asks.mjs";

/**
 * @param {readonly { patient: string, mistake: string, line: number, rule: string }[]} key
 * @param {readonly { rule: string, outcome: string, subject: { line: string, patient: string } }[]} findings
 */
export function compare(key, findings) {
  const named = new Set(key.map(({ line, rule }) => `${line} ${rule}`));
  const found = new Set(findings.map(({ rule, subject }) => `${subject.line} ${rule}`));
  const wanting = key.filter(({ line, rule }) => !found.has(`${line} ${rule}`));
  const wrong = new Set(key.map(({ line }) => String(line)));
  const besides = findings.filter(
    ({ rule, subject }) => !named.has(`${subject.line} ${rule}`) && !(rule === fullPairs && wrong.has(subject.line)),
  );
  const mistakes = new Set(key.map(({ patient }) => patient));
  const unfound = new Set(wanting.map(({ patient }) => patient));
  return {
    /** Patients with a planted mistake, and how many of these were found with all that the key asks for. */
    mistakes: mistakes.size,
    found: mistakes.size - unfound.size,
    /** What the key asks for and no rule found. */
    wanting,
    /** Questions about lines that are billed as they should be: no charge can answer them. */
    asked: besides.filter(isQuestion),
    /** Everything else that the key does not name. */
    falseAlarms: besides.filter((finding) => !isQuestion(finding)),
  };
}

/** The rule of the full table, where it takes part: it may find any line that the key names. */
const fullPairs = "FULL-PAIRS";

const isQuestion = ({ rule, outcome }) => rule in asks && (outcome === "review" || outcome === "advise");

/** How many findings each rule has, the most first. */
export function byRule(findings) {
  const counts = new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}
