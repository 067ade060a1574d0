/**
 * The records of a file, from its bytes to a sink: keeps the bytes of a record together that comes in several pieces,
 * finds the header, and gives up on rows that have no end. A double quote that nobody closes must not swallow the rows
 * behind it: its line is a broken row, and reading goes on at the next.
 */
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { FileKernel } from "../kernel/file-kernel.js";
import type { KernelBatch } from "../kernel/kernel-batch.js";
import { skimByKernel } from "../kernel/skim-by-kernel.js";
import { KernelScan } from "../kernel/scan-records.js";
import { findHeader } from "./delimiter.js";
import { PieceBuffer } from "./piece-buffer.js";
import type { RecordBatch } from "./record-batch.js";
import { cellText } from "./record-batch.js";
import { RecordScanner } from "./record-scanner.js";
import { skimLines } from "./skim-lines.js";

/** Who takes the records of a file, in order. Records that are blank altogether are numbered and left out. */
export interface RecordSink {
  readonly header: (cells: readonly string[], row: number) => void;
  readonly records: (batch: RecordBatch) => void;
  /** A row with `found` cells, which is not the number of the header's. */
  readonly otherWidth: (found: number, row: number) => void;
  /** A row whose quotes are not closed properly. */
  readonly broken: (row: number) => void;
  /**
   * For who wants one cell of each row and no more: its place, asked for behind the header, and who takes it. Where
   * nothing is quoted, rows are not counted out then, those with another number of cells are not told, and a cell that is
   * the same as the row's before may be left out.
   */
  readonly skim?: {
    readonly column: () => number;
    readonly take: (bytes: Uint8Array, start: number, end: number) => void;
  };
}

/** Where a reader stands between two records of a file, for another one that goes on from there. */
export interface RecordPlace {
  /** The byte of the text where the next record begins. */
  readonly at: number;
  /** The number of the last record. */
  readonly row: number;
  readonly form: RecordForm;
}

/** What a reader knows of a file's records once it has seen the header. */
export interface RecordForm {
  readonly delimiter: Uint8Array;
  readonly header: readonly string[];
}

/** A record does not go on for longer than this. */
const longestRecord = 4_000_000;

/** So many rows with open quotes say that the file as a whole is not what it seems. */
const mostBroken = 20;

/** A batch has about so many cells: their places and their bytes stay in the processor's cache while they are read. */
const cellsOfBatch = 1 << 15;

const lineFeed = 10;
const carriageReturn = 13;

/** Takes the bytes of one file, in pieces of whole characters. */
export class RecordReader {
  readonly #pieces = new PieceBuffer();
  #scanner: RecordScanner | null = null;
  #form: RecordForm | null = null;
  readonly #kernel: FileKernel;
  #room: KernelBatch | null = null;
  #scan: KernelScan | null = null;
  #broken = 0;
  #firstBroken = 0;

  constructor(
    private readonly file: string,
    private readonly sink: RecordSink,
    /** Hears where the reader stands: behind the header, behind each piece, and at the end. */
    private readonly onPlace: (place: RecordPlace) => void = () => {},
    /** The kernel is asked where so many bytes of the file come together; `Infinity`: never. */
    kernelFrom?: number,
  ) {
    this.#kernel = new FileKernel(this.#pieces, kernelFrom);
  }

  /** Goes on from a place of this file, as if all before had been read and no more: the next piece begins there. */
  goOnFrom({ at, row, form }: RecordPlace): void {
    this.#pieces.goOnFrom(at);
    this.#scanner = new RecordScanner(form.delimiter);
    this.#scanner.row = row;
    this.#readAs(form, this.#scanner);
  }

  /** What is to be added to a place in the bytes of the batch at hand to have its place in the text. */
  get before(): number {
    return this.#pieces.before;
  }

  /** The next piece. */
  push(piece: Uint8Array): void {
    if (this.#kernel.begin(piece) && this.#scanner !== null && this.#form !== null) {
      this.#makeRoom(this.#scanner, this.#form.header.length);
    }
    this.#pieces.append(piece);
    this.#drain(false);
  }

  /** Nothing is pushed any more, be it at an end or not: what the reader worked with is for the next one. */
  close(): void {
    this.#kernel.end();
  }

  /** There is no more. */
  end(): void {
    this.#drain(true);
    if (this.#form === null) throw fileError(fileErrors, "file-is-empty", { file: this.file }, {});
  }

  #drain(final: boolean): void {
    const scanner = this.#scanner ?? this.#scannerOfHeader(final);
    if (scanner === null) return;
    this.#scanner = scanner;
    const pieces = this.#pieces;
    scanner.bytes = pieces.bytes;
    scanner.words = pieces.words;
    scanner.at = pieces.start;
    scanner.end = pieces.end;
    if (this.#kernel.kernel === null) this.#room = this.#scan = null;
    for (;;) {
      this.#skim(scanner);
      const stop = this.#scan?.scan(scanner, final) ?? scanner.scan(final);
      this.#flush(scanner);
      switch (stop) {
        case "enough":
          throw new Error("the portable scanner was not told how many records are enough");
        case "batch-full":
          continue;
        case "other-width":
          if (this.#form !== null) this.sink.otherWidth(scanner.found, scanner.row);
          else this.#header(scanner);
          continue;
        case "broken":
          this.#reportBroken(scanner.row);
          continue;
        case "needs-more":
          if (scanner.end - scanner.at > longestRecord && !final) {
            this.#giveUp(scanner);
            continue;
          }
          this.#pieces.start = scanner.at;
          this.#tellPlace(scanner);
          return;
      }
    }
  }

  /** Passes over whole lines up to the first with a quote. */
  #skim(scanner: RecordScanner): void {
    const { skim } = this.sink;
    const { delimiter, at: start, end } = scanner;
    if (skim === undefined || this.#form === null || delimiter.length > 1) return;
    const { bytes, words } = this.#pieces;
    const request = { bytes, words, start, end, delimiter: delimiter[0] ?? 0, column: skim.column() };
    const { kernel } = this.#kernel;
    const { at, lines } = kernel === null ? skimLines(request, skim.take) : skimByKernel(kernel, request, skim.take);
    scanner.at = at;
    scanner.row += lines;
  }

  /** Looks for the header in the beginning of the file; null where more is needed to find what separates its cells. */
  #scannerOfHeader(final: boolean): RecordScanner | null {
    // A carriage return at the end may be half of a line break.
    const { bytes: all, start, end: last } = this.#pieces;
    const end = !final && all[last - 1] === carriageReturn ? last - 1 : last;
    const bytes = Buffer.from(all.buffer, start, Math.max(end - start, 0));
    const text = bytes.toString("utf8").replace(/\r\n?/g, "\n");
    const header = findHeader(text, final);
    if (header === null) return null;
    const scanner = new RecordScanner(Buffer.from(header.delimiter === '"' ? "," : header.delimiter));
    for (let line = 0; line < header.lines; line++) this.#pieces.start = this.#behindLine(this.#pieces.start);
    scanner.row = header.blankLines;
    return scanner;
  }

  #behindLine(start: number): number {
    let at = start;
    const { bytes, end } = this.#pieces;
    while (at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
    return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  /** The first record that is not blank: now that the number of its cells is known, it is scanned once more. */
  #header(scanner: RecordScanner): void {
    const width = scanner.found;
    scanner.resize(width, 1);
    scanner.at = scanner.recordStart;
    scanner.row--;
    scanner.scan(true);
    const batch = this.#batch(scanner);
    const cells = Array.from({ length: width }, (_, column) => cellText(batch, 0, column));
    const form = { delimiter: scanner.delimiter, header: cells };
    this.#readAs(form, scanner);
    this.sink.header(cells, scanner.row);
    this.#tellPlace(scanner);
  }

  #readAs(form: RecordForm, scanner: RecordScanner): void {
    const width = form.header.length;
    this.#form = form;
    // With two columns, any comma in a note would look like a row.
    scanner.swallowed = width < 3 ? Infinity : width;
    this.#makeRoom(scanner, width);
  }

  /** Room for a batch, with the kernel where it knows such records. */
  #makeRoom(scanner: RecordScanner, width: number): void {
    const records = Math.max(1, Math.ceil(cellsOfBatch / width));
    this.#room = scanner.delimiter.length > 1 ? null : this.#kernel.roomFor(width, records);
    this.#scan = this.#room === null ? null : new KernelScan(this.#room);
    scanner.resize(width, records, this.#room);
  }

  #tellPlace({ at, row }: RecordScanner): void {
    if (this.#form !== null) this.onPlace({ at: this.#pieces.before + at, row, form: this.#form });
  }

  #flush(scanner: RecordScanner): void {
    if (scanner.count === 0) return;
    this.sink.records(this.#batch(scanner));
    scanner.count = 0;
  }

  #batch(scanner: RecordScanner): RecordBatch {
    const { width, count, starts, ends, rows } = scanner;
    const { bytes, words } = this.#pieces;
    return { bytes, words, width, count, starts, ends, rows, kernel: this.#room };
  }

  /** The record has no end in sight. Without open quotes it is one line, and nothing can be said of where it ends. */
  #giveUp(scanner: RecordScanner): void {
    if (scanner.open && scanner.breakLine(false) === "broken") {
      this.#reportBroken(scanner.row);
      return;
    }
    const row = scanner.row + 1;
    throw fileError(fileErrors, "row-too-long", { file: this.file, row }, { row });
  }

  #reportBroken(row: number): void {
    if (this.#form === null) throw fileError(fileErrors, "header-not-closed", { file: this.file }, {});
    if (this.#broken === 0) this.#firstBroken = row;
    this.#broken++;
    if (this.#broken > mostBroken) {
      const parameters = { rows: mostBroken, first: this.#firstBroken };
      throw fileError(fileErrors, "quotes-not-closed", { file: this.file, row: this.#firstBroken }, parameters);
    }
    this.sink.broken(row);
  }
}
