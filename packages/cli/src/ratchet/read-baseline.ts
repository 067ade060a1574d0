/** A baseline from the text of its file, or what is wrong with it, in words that show no value of the file. */
import { codeShape } from "@edict/rulebook";
import type { Baseline, KnownFindings, Rounding } from "./baseline.js";
import { baselineFormat, baselineKind } from "./baseline.js";
import { intervals, keyOf } from "./fingerprint.js";

/** The baseline, or the end of a sentence that begins with the file's name. */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  const value = parsed(text);
  if (value === undefined) {
    return { problem: "is not JSON; name a file that --write-baseline wrote, and settle what a merge left open in it" };
  }
  if (!isRecord(value) || value["kind"] !== baselineKind)
    return { problem: "is no baseline of edict; name a file that --write-baseline wrote" };
  const { format, roundedTo, findings } = value;
  if (format !== baselineFormat) {
    return { problem: `is a baseline of another format than ${baselineFormat}; use the edict that wrote it` };
  }
  if (!isRounding(roundedTo)) return broken("roundedTo is neither 1 nor 10");
  if (!Array.isArray(findings)) return broken("findings is no list");
  const known: KnownFindings[] = [];
  const keys = new Set<string>();
  for (const [index, item] of findings.entries()) {
    const read = readKnown(item, roundedTo);
    if (typeof read === "string") return broken(`findings[${index}] ${read}`);
    const key = keyOf(read.fingerprint);
    if (keys.has(key)) return broken(`findings[${index}] says again what stands before it`);
    keys.add(key);
    known.push(read);
  }
  const odd = Object.keys(value).some((key) => !["$schema", "kind", "format", "roundedTo", "findings"].includes(key));
  return odd ? broken("it has a key that the format has not") : { baseline: { roundedTo, known } };
}

function broken(what: string): { readonly problem: string } {
  return { problem: `is a baseline that cannot be used: ${what}; take it from version control again` };
}

function readKnown(item: unknown, roundedTo: Rounding): KnownFindings | string {
  if (!isRecord(item)) return "is no record";
  const { rule, code, other, interval, upTo, ...more } = item;
  if (Object.keys(more).length > 0) return "has a key that the format has not";
  if (typeof rule !== "string" || rule === "") return "names no rule";
  if (!isCode(code)) return "has a code that is none";
  if (typeof upTo !== "number" || !Number.isSafeInteger(upTo) || upTo < 1)
    return "has an upTo that is no whole number above 0";
  if (upTo % roundedTo !== 0) return `has an upTo that is not rounded to ${roundedTo}`;
  if (other === null && interval === null) return { fingerprint: { rule, code, other, interval }, upTo };
  if (!isCode(other)) return "has another line's code that is none";
  if (typeof interval !== "string" || !intervals.includes(interval)) return "has an interval that is none";
  return { fingerprint: { rule, code, other, interval }, upTo };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
    return value;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRounding(value: unknown): value is Rounding {
  return value === 1 || value === 10;
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && codeShape.test(value);
}
