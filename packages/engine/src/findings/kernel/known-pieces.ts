/**
 * Pieces of JSON in the kernel's memory: of values of dictionaries, each rendered where a line that has it is first
 * written, and of versions of rules. Where there is no room for more of them, all are forgotten.
 */
import type { Charges } from "@edict/rulebook";
import type { PlainPlaceholder } from "../line-json.js";
import type { Raised } from "../raised.js";
import { putInner, putUtf8 } from "../utf8.js";
import type { VersionTexts } from "../version-texts.js";
import { versionTexts } from "../version-texts.js";
import type { Kernel } from "./kernel.js";

/** In the order in which the kernel numbers them. */
const placeholders: readonly PlainPlaceholder[] = [
  "code",
  "date",
  "units",
  "other.code",
  "other.date",
  "days",
  "count",
  "allowed",
];

/** A placeholder among the parts of a message; a message that is always given. */
const none = -1;

/** A version of which there is more to say is written without the kernel: characters, and bytes with what is filled in. */
const longestVersion = 1 << 14;
const mostOfVersion = 1 << 18;

/** Bytes that are looked at beyond the end of a piece. */
const padding = 64;

export class KnownPieces {
  private used: number;
  private isFull = false;
  private readonly files: Dictionary<Charges["files"][number]>;
  private readonly codes: Dictionary<string>;
  private readonly modifiers: Dictionary<readonly string[]>;
  /** By the place of the rule, and within it of the version: each where it came last, since there may be two plans. */
  private versions: { readonly version: Raised["version"]; readonly at: number }[][] = [];

  constructor(private readonly kernel: Kernel) {
    const { ints, places } = kernel;
    this.used = places.pieces;
    this.files = new Dictionary(ints, places.filePieces, places.mostFiles, ({ name }) =>
      this.addOfValue(`{"file":${JSON.stringify(name)},"row":`, putUtf8),
    );
    this.codes = new Dictionary(ints, places.codePieces, places.mostCodes, (code) => this.addOfValue(code, putInner));
    this.modifiers = new Dictionary(ints, places.modifierPieces, places.mostModifiers, (modifiers) =>
      this.addOfValue(`${JSON.stringify(modifiers)},"units":`, putUtf8),
    );
  }

  /** Turns to a batch: what is known of the same dictionaries and files is kept. */
  take({ files, code, shownModifiers }: Charges): void {
    this.files.take(files);
    this.codes.take(code.values);
    this.modifiers.take(shownModifiers.values);
  }

  /** Puts the piece of a line's code there; false where it is there, or there is no room for it. */
  addCode(charges: Charges, line: number): boolean {
    return this.codes.add(charges.code.ids[line] ?? none);
  }

  /** Puts the pieces of a line there that are not yet; false where there are none such. */
  addLine(charges: Charges, line: number): boolean {
    const isFileAdded = this.files.add(charges.file[line] ?? none);
    const areModifiersAdded = this.modifiers.add(charges.shownModifiers.ids[line] ?? none);
    return this.addCode(charges, line) || isFileAdded || areModifiersAdded;
  }

  /** Where the kernel finds what the version of a finding says of itself; 0 where that is more than it takes. */
  version(raised: Raised): number {
    if (this.isFull) this.forgetAll();
    const { rule, version } = raised;
    const versions = (this.versions[rule.index] ??= []);
    const known = versions[version.index];
    if (known?.version === version) return known.at;
    const made = { version, at: this.addVersion(versionTexts(raised)) };
    versions[version.index] = made;
    return made.at;
  }

  /** Adds the piece of a value, unless it may be longer than the kernel takes. */
  private addOfValue(text: string, put: PutText): Piece {
    return text.length > this.kernel.places.longestPiece / 6 ? noPiece : this.add(text, put);
  }

  private add(text: string, put: PutText): Piece {
    const at = this.used;
    if (at + text.length * 6 + padding > this.kernel.places.output) {
      this.isFull = true;
      return noPiece;
    }
    this.used = put(this.kernel.bytes, at, text);
    return { at, length: this.used - at };
  }

  private addVersion(texts: VersionTexts): number {
    const { before, message, suggestion, after, end } = texts;
    const { ints, places } = this.kernel;
    if (JSON.stringify(texts).length > longestVersion) return 0;
    const words: number[] = [];
    let total = 0;
    let isThere = true;
    const piece = (text: string | null): void => {
      const { at, length } = text === null ? noPiece : this.add(text, putUtf8);
      if (text !== null && at === 0) isThere = false;
      words.push(at, length);
      total += length;
    };
    for (const text of [before, end, suggestion, after]) piece(text);
    for (const part of message ?? []) {
      if (part.kind === "text") piece(part.text);
      else {
        words.push(placeholders.indexOf(part.name), none);
        total += places.longestPiece;
      }
    }
    const at = (this.used + 3) & ~3;
    if (at + words.length * 4 + padding > places.output) this.isFull = true;
    if (this.isFull || !isThere || total > mostOfVersion) return 0;
    ints.set([total, message === null ? none : message.length, ...words], at / 4);
    this.used = at + (words.length + 2) * 4;
    return at;
  }

  private forgetAll(): void {
    this.used = this.kernel.places.pieces;
    this.isFull = false;
    this.versions = [];
    for (const dictionary of [this.files, this.codes, this.modifiers]) dictionary.forget();
  }
}

/** Writes a text as bytes; where it ends. */
type PutText = typeof putUtf8;

/** Where a piece begins, 0 where there is none, and its length. */
interface Piece {
  readonly at: number;
  readonly length: number;
}

const noPiece: Piece = { at: 0, length: 0 };

/** What is known of the values of a dictionary: a table that the kernel reads. */
class Dictionary<Value> {
  private values: readonly Value[] = [];
  /** Behind the greatest id that is known. */
  private end = 0;

  constructor(
    private readonly ints: Int32Array,
    private readonly table: number,
    private readonly most: number,
    private readonly render: (value: Value) => Piece,
  ) {}

  /** Turns to other values, unless they are the same. */
  take(values: readonly Value[]): void {
    if (values === this.values) return;
    this.forget();
    this.values = values;
  }

  /** Renders a value; false where it is rendered, or cannot be. */
  add(id: number): boolean {
    const value = this.values[id];
    const at = this.table / 4 + id * 2;
    if (id < 0 || id >= this.most || value === undefined || this.ints[at] !== 0) return false;
    const piece = this.render(value);
    if (piece.at === 0) return false;
    this.ints[at] = piece.at;
    this.ints[at + 1] = piece.length;
    this.end = Math.max(this.end, id + 1);
    return true;
  }

  forget(): void {
    this.ints.fill(0, this.table / 4, this.table / 4 + this.end * 2);
    this.end = 0;
  }
}
