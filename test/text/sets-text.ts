/** Sets of a compiled rulebook as text. What needs dates or `except` gets a declaration of its own. */
import type { CodeSpan, DiagnosisSpan, IsoDate, ModifierSpan } from "@edict/rulebook";
import { afterPrefix } from "@edict/rulebook";
import { NoSentence } from "./no-sentence.js";

interface Dated {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

export function codeSpanText({ first, last, ...dates }: CodeSpan): string {
  return (first === last ? first : `${first}..${last}`) + datesText(dates);
}

export function diagnosisSpanText({ first, before, ...dates }: DiagnosisSpan): string {
  if (before !== afterPrefix(first)) throw new NoSentence("a range of diagnoses that ends elsewhere");
  return (first.length === 3 ? first : `${first.slice(0, 3)}.${first.slice(3)}`) + datesText(dates);
}

export function modifierSpanText({ modifier, ...dates }: ModifierSpan): string {
  return modifier + datesText(dates);
}

function datesText({ from, until }: Dated): string {
  return (from === null ? "" : ` from ${from}`) + (until === null ? "" : ` until ${until}`);
}

/** Declarations that a text needs beside those of the rulebook. */
export class Helpers {
  readonly declarations: string[] = [];

  /** The name of a set of these items, less others; null where there are none. */
  set(kind: "codes" | "diagnoses" | "modifiers", items: readonly string[], except: readonly string[] = []): string[] {
    if (items.length === 0) return [];
    const name = `Helper_${this.declarations.length + 1}`;
    const less = except.length === 0 ? "" : ` except ${except.join(", ")}`;
    this.declarations.push(`${kind} ${name} = ${items.join(", ")}${less}`);
    return [name];
  }

  codes(
    of: { readonly sets: readonly string[]; readonly spans: readonly CodeSpan[] },
    except: readonly string[] = [],
  ): string[] {
    return this.set("codes", [...of.sets, ...of.spans.map(codeSpanText)], except);
  }
}
