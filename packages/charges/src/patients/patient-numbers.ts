/**
 * Which patients' numbers are one person, where each source counts its patients in its own way (`--patients`): a file with a
 * column for each source and a row for each person. A person is called by the number in the first of these columns.
 */
import { fileError } from "../charge-file-error.js";
import { fileErrors, rowReasons } from "../diagnostics.js";
import { findFile } from "../files/read-bytes.js";
import { layoutKey } from "../headers/header-key.js";
import type { Read } from "../lines/field-kind.js";
import type { RecordBatch } from "../records/record-batch.js";
import { cellText } from "../records/record-batch.js";
import type { RecordSink } from "../records/record-reader.js";
import { readRecords } from "../records/read-records.js";
import { unreadable } from "../values/unreadable.js";

/** How a source's patients are read: the number that the person is called by; null where the source's own number is that. */
export type PatientReaders = ReadonlyMap<string, Read<string> | null>;

const notListed = unreadable(rowReasons, "patient-not-listed", {});

/** Reads the file; throws a `ChargeFileError` where a number is two people, or the file is no such file. */
export async function readPatientNumbers(
  name: string,
  folder: string,
  sources: readonly string[],
): Promise<PatientReaders> {
  const rows = new NumberRows(name, sources);
  await readRecords(await findFile(name, folder), rows);
  return rows.readers();
}

/** What is known of a number of a source. */
interface Known {
  /** The person. */
  readonly person: string;
  readonly row: number;
}

interface NumberColumn {
  readonly source: string;
  readonly place: number;
  readonly known: Map<string, Known>;
}

class NumberRows implements RecordSink {
  #first: NumberColumn | null = null;
  #others: readonly NumberColumn[] = [];
  #width = 0;

  constructor(
    private readonly file: string,
    private readonly sources: readonly string[],
  ) {}

  header(headers: readonly string[]): void {
    this.#width = headers.length;
    const columns = headers.flatMap((header, place): NumberColumn[] => {
      const source = this.sources.find((candidate) => layoutKey(candidate) === layoutKey(header));
      return source === undefined ? [] : [{ source, place, known: new Map() }];
    });
    const [first, ...others] = columns;
    if (first === undefined || others.length === 0) {
      // The columns that are there are not shown: without a header, they would be patients.
      const parameters = { sources: this.sources.join(", ") };
      throw fileError(fileErrors, "patients-columns-missing", { file: this.file }, parameters);
    }
    const again = columns.find(({ source }, at) => columns.findIndex((one) => one.source === source) < at);
    if (again !== undefined) throw fileError(fileErrors, "column-twice", { file: this.file }, { header: again.source });
    this.#first = first;
    this.#others = others;
  }

  records(batch: RecordBatch): void {
    const first = this.#first;
    if (first === null) throw new Error("the header of a file comes before its rows");
    for (let record = 0; record < batch.count; record++) {
      const row = batch.rows[record] ?? 0;
      const person = cellText(batch, record, first.place).trim();
      if (person === "") throw fileError(fileErrors, "patients-number-missing", { file: this.file, row }, {});
      for (const { place, known } of this.#others) {
        const number = cellText(batch, record, place).trim();
        if (number === "") continue;
        const before = known.get(number);
        if (before === undefined) known.set(number, { person, row });
        else if (before.person !== person) {
          throw fileError(fileErrors, "patients-number-twice", { file: this.file, row }, { first: before.row });
        }
      }
    }
  }

  otherWidth(found: number, row: number): void {
    throw fileError(fileErrors, "table-row-cells", { file: this.file, row }, { found, expected: this.#width });
  }

  broken(row: number): void {
    throw fileError(fileErrors, "table-row-quotes", { file: this.file, row }, {});
  }

  readers(): PatientReaders {
    return new Map(
      this.sources.map((source) => {
        const column = this.#others.find((one) => one.source === source);
        const read: Read<string> | null =
          column === undefined ? null : (text) => column.known.get(text)?.person ?? notListed;
        return [source, read];
      }),
    );
  }
}
