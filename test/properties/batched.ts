/**
 * The charges of a case as from a reader that hands them over in batches: one patient in each, with dictionaries that
 * grow from batch to batch, or with new ones in every batch.
 */
import type { Charges, DateColumn, ListColumn, NumberColumn, TextColumn } from "@edict/rulebook";

/** What becomes of the dictionaries from one batch to the next. */
export type Dictionaries = "grow" | "are new";

/** The batches, each made when it is asked for: a dictionary has then what the lines up to there have. */
export function* batchesOf(charges: Charges, dictionaries: Dictionaries): Generator<Charges> {
  const texts = new Map<TextColumn, string[]>();
  const lists = new Map<ListColumn, (readonly string[])[]>();
  let start = 0;
  for (let line = 1; line <= charges.count; line++) {
    if (line < charges.count && charges.patient.ids[line] === charges.patient.ids[start]) continue;
    const [from, to] = [start, line];
    start = line;
    if (dictionaries === "are new") {
      texts.clear();
      lists.clear();
    }
    const text = (column: TextColumn): TextColumn => {
      const { ids, values } = cut(column, from, to, known(texts, column), dictionaries);
      return { kind: "text", ids, values };
    };
    const list = (column: ListColumn): ListColumn => {
      const { ids, values } = cut(column, from, to, known(lists, column), dictionaries);
      return { kind: "list", ids, values };
    };
    const field = (column: TextColumn | NumberColumn | DateColumn): typeof column => {
      switch (column.kind) {
        case "text":
          return text(column);
        case "number":
          return { kind: "number", values: column.values.slice(from, to) };
        case "date":
          return { kind: "date", days: column.days.slice(from, to) };
      }
    };
    yield {
      count: to - from,
      files: charges.files,
      file: charges.file.slice(from, to),
      row: charges.row.slice(from, to),
      order: charges.order.slice(from, to),
      patient: text(charges.patient),
      date: { kind: "date", days: charges.date.days.slice(from, to) },
      code: text(charges.code),
      modifiers: list(charges.modifiers),
      shownModifiers: list(charges.shownModifiers),
      units: { kind: "number", values: charges.units.values.slice(from, to) },
      diagnoses: list(charges.diagnoses),
      fields: new Map([...charges.fields].map(([name, column]) => [name, field(column)])),
    };
  }
}

function known<Column, Value>(all: Map<Column, Value[]>, column: Column): Value[] {
  const values = all.get(column) ?? [];
  all.set(column, values);
  return values;
}

/** The lines `from` up to `to` of a column, with `dictionary` grown by what they have. */
function cut<Value>(
  column: { readonly ids: Int32Array; readonly values: readonly Value[] },
  from: number,
  to: number,
  dictionary: Value[],
  dictionaries: Dictionaries,
): { readonly ids: Int32Array; readonly values: readonly Value[] } {
  const ids = column.ids.slice(from, to);
  const most = ids.reduce((highest, id) => Math.max(highest, id), -1);
  switch (dictionaries) {
    case "grow":
      dictionary.push(...column.values.slice(dictionary.length, most + 1));
      return { ids, values: dictionary };
    case "are new": {
      // Numbered from the back, so that an id means another value than in the batch before.
      const own = [...new Set(ids)].filter((id) => id >= 0).reverse();
      dictionary.push(...own.flatMap((id) => column.values.slice(id, id + 1)));
      return { ids: ids.map((id) => own.indexOf(id)), values: dictionary };
    }
  }
}
