/**
 * Boxes within boxes: a run of tokens that stands on one line where it fits, and else is broken at places of its own,
 * each box judged after the one that holds it.
 */
import type { LaidTokens } from "./laid-tokens.js";
import { lineWidth, spaceBetween } from "./laid-tokens.js";

/** A run of tokens, by their numbers. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A run with the places where it is broken if it does not fit. */
export interface Box extends Run {
  /** The tokens that then start a line. */
  readonly breaks: ReadonlySet<number>;
  /** How many blanks further in than the box around it these lines stand. */
  readonly deeper: 0 | 2;
  /** One of the breaks that is no further in: a closing parenthesis. */
  readonly closing?: number;
}

interface Nested extends Box {
  readonly within: Nested[];
}

/** The lines of a run of tokens, without the comment after its last. */
export interface Laid {
  readonly lines: string[];
  /** Which of the lines holds the first token; comments may stand above it. */
  readonly opening: number;
}

/** Lays out a run at an indent. */
export function layOutRun(tokens: LaidTokens, run: Run, indent: number, boxes: readonly Box[]): Laid {
  const writer = new Writer(tokens, run, indent);
  writer.box(nest(run, boxes), indent, run.last);
  return writer.done();
}

class Writer {
  private readonly lines: string[] = [];
  private line = "";
  private indent: number;
  private opening = 0;

  constructor(
    private readonly tokens: LaidTokens,
    private readonly run: Run,
    indent: number,
  ) {
    this.indent = indent;
  }

  done(): Laid {
    this.start(0);
    return { lines: this.lines, opening: this.opening };
  }

  /** `glued` is the last token that must stand on the line on which the box ends. */
  box(box: Nested, outer: number, glued: number): void {
    if (this.fits(box, glued)) {
      for (let at = box.first; at <= box.last; at++) this.token(at);
      return;
    }
    const inner = outer + box.deeper;
    // Where a comment breaks what else is never broken, the rest stands further in.
    const parted = box.breaks.size === 0 ? outer + 2 : inner;
    const breaks = [...box.breaks].sort((left, right) => left - right);
    let nextBreak = 0;
    let nextWithin = 0;
    for (let at = box.first; at <= box.last;) {
      while ((breaks[nextBreak] ?? Infinity) <= at) nextBreak++;
      if (box.breaks.has(at)) this.start(at === box.closing ? outer : inner);
      else if (at > box.first && this.tokens.isParted(at - 1, at)) this.start(parted);
      const within = box.within[nextWithin];
      if (within === undefined || within.first !== at) {
        this.token(at);
        at++;
        continue;
      }
      nextWithin++;
      while ((breaks[nextBreak] ?? Infinity) <= within.last) nextBreak++;
      this.box(within, inner, (breaks[nextBreak] ?? glued + 1) - 1);
      at = within.last + 1;
    }
  }

  private fits({ first, last }: Run, glued: number): boolean {
    if (this.tokens.isParted(first, last)) return false;
    const before = this.tokens.tokens[first - 1]?.text ?? "";
    const taken =
      this.line === ""
        ? this.indent
        : this.line.length + spaceBetween(before, this.tokens.tokens[first]?.text ?? "").length;
    return taken + this.tokens.width(first, glued) <= lineWidth;
  }

  /** Starts a line; the one before is done, if anything stands on it. */
  private start(indent: number): void {
    if (this.line !== "") this.lines.push(this.line);
    this.line = "";
    this.indent = indent;
  }

  private token(at: number): void {
    const token = this.tokens.tokens[at];
    if (token === undefined) return;
    const blanks = " ".repeat(this.indent);
    for (const comment of token.above) this.lines.push(`${blanks}${comment}`);
    if (at === this.run.first) this.opening = this.lines.length;
    if (this.line === "") this.line = `${blanks}${token.text}`;
    else this.line += `${spaceBetween(this.tokens.tokens[at - 1]?.text ?? "", token.text)}${token.text}`;
    if (token.after !== null && at !== this.run.last) this.line += `  ${token.after}`;
  }
}

/** Boxes by what holds what, under one for the whole run. */
function nest(run: Run, boxes: readonly Box[]): Nested {
  // Of two boxes over the same run the one that comes first holds the other; the first of all is the run's own.
  const sorted = boxes.toSorted((left, right) => left.first - right.first || right.last - left.last);
  const [own, ...rest] = sorted;
  const isOwn = own !== undefined && own.first === run.first && own.last === run.last;
  const top: Nested = isOwn ? { ...own, within: [] } : { ...run, breaks: new Set(), deeper: 0, within: [] };
  const open: Nested[] = [top];
  for (const box of isOwn ? rest : sorted) {
    while (open.length > 1 && (open.at(-1)?.last ?? 0) < box.first) open.pop();
    const holder = open.at(-1) ?? top;
    if (box.first < holder.first || box.last > holder.last) continue;
    const nested: Nested = { ...box, within: [] };
    holder.within.push(nested);
    open.push(nested);
  }
  return top;
}
