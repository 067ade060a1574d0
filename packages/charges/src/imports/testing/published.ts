/** Invented files in the layouts in which CMS publishes its tables, for tests: the codes are real, nothing else is. */
import { crc32, deflateRawSync } from "node:zlib";

/** A notice, a title, and a header over four lines, tabs and CRLF, Latin-1: then rows whose cells are split at blanks. */
export function ptpFile(...rows: readonly string[]): Buffer {
  const head = [
    "Some notice \u00a9 of an association, with a comma\t\t\t\t\t\t",
    "Column1/Column2 Edits\t\t\t\t\t\t",
    "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
    "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
    "\t\t\t\t*=no data\t1=allowed\t",
    "\t\t\t\t\t9=not applicable\t",
  ];
  const lines = rows.map((row) => row.replaceAll(" ", "\t").replaceAll("_", " "));
  return Buffer.from([...head, ...lines, ""].join("\r\n"), "latin1");
}

/** A notice in quotes over several lines, a header with a break in its first cell, then rows of CSV as they are. */
export function mueFile(...rows: readonly string[]): Buffer {
  const head = [
    '"Some notice \u00a9,\r\nover several\r\nlines",,,',
    '"HCPCS/\r\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
  ];
  return Buffer.from([...head, ...rows, ""].join("\r\n"), "latin1");
}

/** A notice and a header, tabs, then rows whose cells are split at blanks; `.` is a blank cell. */
export function addOnFile(...rows: readonly string[]): Buffer {
  const head = [
    "Some notice of an association",
    "AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tSpecial_Instruction_Notes",
  ];
  const lines = rows.map((row) => row.replaceAll(" ", "\t").replaceAll(".", ""));
  return Buffer.from([...head, ...lines, ""].join("\r\n"), "latin1");
}

/** What an entry says of itself, where it lies. */
export interface Lie {
  readonly size?: number;
}

/** A zip archive of entries by name. */
export function zipOf(entries: { readonly [name: string]: Buffer }, lie: Lie = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(entries)) {
    const name = Buffer.from(path, "latin1");
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(lie.size ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

/**
 * HCPCS as CMS has it: a code, a sequence number, the kind of record, texts, and the dates from column 269 on. Rows are
 * the code, the kind, the day added and the last day, split at blanks; `.` is blank.
 */
export function hcpcsFile(...rows: readonly string[]): Buffer {
  const lines = rows.map((row, index) => {
    const [code = "", kind = "", added = "", ended = ""] = row.split(" ").map((cell) => cell.replaceAll(".", " "));
    const texts = 'some "text", and more of it';
    return (
      `${code}${String(index * 100).padStart(5, "0")}${kind}${texts}`.padEnd(268) + added.padEnd(16) + ended.padEnd(8)
    );
  });
  return Buffer.from([...lines, ""].join("\r\n"), "latin1");
}
