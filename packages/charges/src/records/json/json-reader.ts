/**
 * The lines of a file of JSON lines, from its bytes to a sink. The file's columns are the keys of its lines; those of its
 * beginning are taken for all of them until a line has another one that could be read. Then `LateKey` is thrown, and
 * whoever reads begins again with all the keys of the file, so that it never matters where in the file a key stands first.
 */
import type { ChargeFileError } from "../../charge-file-error.js";
import { fileError } from "../../charge-file-error.js";
import { fileErrors } from "../../diagnostics.js";
import { FileKernel } from "../../kernel/file-kernel.js";
import type { KernelBatch } from "../../kernel/kernel-batch.js";
import { PieceBuffer } from "../piece-buffer.js";
import type { RecordSink } from "../record-reader.js";
import type { UseOfColumn } from "./json-keys.js";
import { JsonKeys } from "./json-keys.js";
import type { LineFault } from "./json-scanner.js";
import { JsonScanner } from "./json-scanner.js";

/** Who takes the records of a file whose cells have names and kinds of their own. */
export interface NamedCellsSink extends RecordSink {
  /** Whether a column of this name could be read, before the header is known. */
  readonly couldRead: (name: string) => boolean;
  /** What becomes of a column's values; known once the header is. */
  readonly useOf: (column: number) => UseOfColumn;
  /** A line that cannot be read, with the column whose value that is for; null: the whole line. */
  readonly unreadable: (row: number, column: number | null, fault: LineFault) => void;
}

/** Thrown where a line has a key that no line had before, and that could be read. */
export class LateKey extends Error {
  override readonly name = "LateKey";

  constructor(
    readonly file: string,
    readonly row: number,
  ) {
    super("a key comes late in its file, and whoever reads the file begins again with all of them");
  }

  /** The same for a user, where nobody can begin again. */
  forPipe(): ChargeFileError {
    return fileError(fileErrors, "json-key-late", { file: this.file, row: this.row }, { row: this.row });
  }
}

/** The beginning whose keys are taken for those of the file. */
const beginning = 1 << 20;

/** A line does not go on for longer than this. */
const longestLine = 4_000_000;

/** A batch has about so many cells. */
const cellsOfBatch = 1 << 15;

/** Takes the bytes of one file, in pieces of whole characters. */
export class JsonReader {
  readonly #pieces = new PieceBuffer();
  readonly #kernel: FileKernel;
  #room: KernelBatch | null = null;
  #scanner: JsonScanner | null = null;

  constructor(
    private readonly file: string,
    private readonly sink: NamedCellsSink,
    /** The keys of the file; null where they are not known. */
    private readonly keys: readonly string[] | null,
    /** The kernel is asked where so many bytes of the file come together; `Infinity`: never. */
    kernelFrom?: number,
  ) {
    this.#kernel = new FileKernel(this.#pieces, kernelFrom);
  }

  /** The next piece. */
  push(piece: Uint8Array): void {
    if (this.#kernel.begin(piece) && this.#scanner !== null) this.#makeRoom(this.#scanner, this.#scanner.width);
    this.#pieces.append(piece);
    if (this.#scanner !== null || this.#pieces.end - this.#pieces.start >= beginning) this.#drain(false);
  }

  /** Nothing is pushed any more, be it at an end or not: what the reader worked with is for the next one. */
  close(): void {
    this.#kernel.end();
  }

  /** There is no more. */
  end(): void {
    this.#drain(true);
  }

  #drain(final: boolean): void {
    const scanner = this.#scanner ?? this.#begin(final);
    this.#scanner = scanner;
    give(scanner, this.#pieces);
    if (this.#kernel.kernel === null) this.#room = null;
    for (;;) {
      const stop = scanner.scan(final);
      this.#flush(scanner);
      switch (stop) {
        case "batch-full":
          continue;
        case "fault":
          if (scanner.fault === null) throw new Error("a scanner that stops for a fault knows which it is");
          this.sink.unreadable(scanner.row, scanner.faultKey < 0 ? null : scanner.faultKey, scanner.fault);
          continue;
        case "new-key":
          throw new LateKey(this.file, scanner.row + 1);
        case "needs-more":
          this.#pieces.start = scanner.at;
          requireShortLine(scanner, this.file, final);
          return;
      }
    }
  }

  /** Finds the columns and tells them the sink. */
  #begin(final: boolean): JsonScanner {
    const names = this.keys ?? this.#namesOfBeginning(final);
    const keys = new JsonKeys();
    for (const name of names) keys.add(name, "cell");
    // What is missing in the beginning may come later in the file.
    const isWhole = this.keys !== null || final;
    if (names.length === 0 && isWhole) throw fileError(fileErrors, "json-without-objects", { file: this.file }, {});
    if (names.length === 0) throw new LateKey(this.file, 1);
    try {
      this.sink.header(names, 0);
    } catch (error) {
      throw isWhole ? error : new LateKey(this.file, 1);
    }
    for (const column of names.keys()) keys.setUse(column, this.sink.useOf(column));
    const scanner = new JsonScanner(keys, (name) => (this.sink.couldRead(name) ? null : "ignored"));
    this.#makeRoom(scanner, names.length);
    return scanner;
  }

  #makeRoom(scanner: JsonScanner, width: number): void {
    const records = Math.max(1, Math.ceil(cellsOfBatch / width));
    this.#room = this.#kernel.roomFor(width, records);
    scanner.resize(width, records, this.#room);
  }

  #namesOfBeginning(final: boolean): readonly string[] {
    const collector = new KeyCollector(this.file, this.sink);
    collector.look(this.#pieces, final);
    return collector.names();
  }

  #flush(scanner: JsonScanner): void {
    const { width, count, starts, ends, rows } = scanner;
    if (count === 0) return;
    const { bytes, words } = this.#pieces;
    this.sink.records({ bytes, words, width, count, starts, ends, rows, kernel: this.#room });
    scanner.count = 0;
  }
}

/** Collects the keys of a file: all that could be read, and some of the others for messages. */
export class KeyCollector {
  readonly #pieces = new PieceBuffer();
  readonly #scanner: JsonScanner;

  constructor(
    private readonly file: string,
    sink: NamedCellsSink,
  ) {
    this.#scanner = new JsonScanner(new JsonKeys(), (name) => (sink.couldRead(name) ? "cell" : "ignored"));
    this.#scanner.resize(0, 1 << 10);
  }

  /** The next piece. */
  push(piece: Uint8Array): void {
    this.#pieces.append(piece);
    this.#pieces.start = this.look(this.#pieces, false);
  }

  /** There is no more. */
  end(): void {
    this.look(this.#pieces, true);
  }

  /** Looks through some bytes; answers where the last line starts that has no end in them. */
  look(pieces: PieceBuffer, final: boolean): number {
    const scanner = this.#scanner;
    give(scanner, pieces);
    while (scanner.scan(final) !== "needs-more") scanner.count = 0;
    requireShortLine(scanner, this.file, final);
    return scanner.at;
  }

  /** The keys that were found. */
  names(): readonly string[] {
    return this.#scanner.keys.names();
  }
}

function give(scanner: JsonScanner, { bytes, words, start, end }: PieceBuffer): void {
  scanner.tokens.bytes = bytes;
  scanner.tokens.words = words;
  scanner.at = start;
  scanner.end = end;
}

function requireShortLine(scanner: JsonScanner, file: string, final: boolean): void {
  if (final || scanner.end - scanner.at <= longestLine) return;
  const row = scanner.row + 1;
  throw fileError(fileErrors, "row-too-long", { file, row }, { row });
}
