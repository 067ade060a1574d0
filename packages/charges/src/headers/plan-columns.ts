/**
 * Which columns of a file say which fields. First what the layout names, then the fields' own names, then the usual
 * names, each among the columns that are left. Where two columns could say one field and neither has the field's own
 * name, nothing is chosen silently: that is an error which asks for a layout.
 */
import type { Field, Layout } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { fieldOrder, kindOf } from "../lines/field-kind.js";
import { headerKey, layoutKey, shownHeaders } from "./header-key.js";
import { nameOfHeader } from "./name-of-header.js";

/** Where a field of a file comes from. */
export interface FieldSource {
  /** Places of columns, from 0; several only for a list. */
  readonly columns: readonly number[];
  /** The layout's form of dates. */
  readonly as: string | null;
  /** The layout's separator of lists. */
  readonly splitBy: string | null;
}

/** The fields that a file has, with their columns. */
export type ColumnPlan = ReadonlyMap<string, FieldSource>;

/** What a plan is made from. */
export interface PlanRequest {
  readonly file: string;
  readonly headers: readonly string[];
  readonly layout: Layout | null;
  /** The declared fields. */
  readonly fields: readonly Field[];
}

/** The plan for a file. Fields that no column says are not in it. */
export function planColumns(request: PlanRequest): ColumnPlan {
  const plan = new Map<string, FieldSource>();
  const used = new Set<number>();
  const take = (field: string, source: FieldSource): void => {
    plan.set(field, source);
    for (const column of source.columns) used.add(column);
  };
  for (const [field, source] of layoutSources(request)) take(field, source);
  for (const field of fieldNames(request.fields)) {
    const own = plan.has(field) ? [] : columnsNamed(field, request.headers, used);
    if (own.length > 1) throw twice(request, own[0] ?? 0);
    if (own.length === 1) take(field, { columns: own, as: null, splitBy: null });
  }
  for (const [field, places] of usualSources(request, used)) {
    if (plan.has(field)) continue;
    take(field, { columns: chosen(request, field, places), as: null, splitBy: null });
  }
  return plan;
}

/** The names that a column may have as its own. */
function fieldNames(declared: readonly Field[]): string[] {
  // Declared fields come first, so that the name of one of them is never taken for a usual name of another field.
  return [...declared.map((field) => field.name), ...fieldOrder];
}

function layoutSources(request: PlanRequest): [string, FieldSource][] {
  const layout = request.layout;
  if (layout === null) return [];
  return layout.entries.map((entry) => {
    if (kindOf(entry.field, request.fields) === null) {
      const parameters = { layout: layout.name, field: entry.field };
      throw fileError(fileErrors, "layout-field-unknown", { file: request.file }, parameters);
    }
    const columns = entry.from.map((header) => layoutColumn(header, request));
    if (columns.length > 1 && entry.field !== "modifiers" && entry.field !== "diagnoses") {
      const parameters = { layout: layout.name, field: entry.field };
      throw fileError(fileErrors, "layout-one-column", { file: request.file }, parameters);
    }
    return [entry.field, { columns, as: entry.as, splitBy: entry.splitBy }];
  });
}

function layoutColumn(header: string, request: PlanRequest): number {
  const exact = placesOf(request.headers, (candidate) => candidate.trim() === header.trim());
  const found =
    exact.length > 0 ? exact : placesOf(request.headers, (candidate) => layoutKey(candidate) === layoutKey(header));
  const [column, another] = found;
  if (column === undefined)
    throw new Error(`the headers of layout ${header} were checked before the columns are planned`);
  if (another !== undefined) throw twice(request, column);
  return column;
}

function columnsNamed(field: string, headers: readonly string[], used: ReadonlySet<number>): number[] {
  const free = (place: number): boolean => !used.has(place);
  const exact = placesOf(headers, (header) => layoutKey(header) === layoutKey(field)).filter(free);
  return exact.length > 0 ? exact : placesOf(headers, (header) => headerKey(header) === headerKey(field)).filter(free);
}

/** Columns by usual names: of each field the columns that could say it, by their places in the list. */
function usualSources(request: PlanRequest, used: ReadonlySet<number>): Map<string, Map<number, number[]>> {
  const keys = new Set(request.headers.map(headerKey));
  const sources = new Map<string, Map<number, number[]>>();
  for (const [column, header] of request.headers.entries()) {
    const named = used.has(column) ? null : nameOfHeader(header, keys);
    if (named === null) continue;
    const places = sources.get(named.field) ?? new Map<number, number[]>();
    sources.set(named.field, places);
    places.set(named.place, [...(places.get(named.place) ?? []), column]);
  }
  return sources;
}

/** One column for each place, in the order of places. */
function chosen(request: PlanRequest, field: string, places: ReadonlyMap<number, readonly number[]>): number[] {
  const inOrder = [...places].sort(([left], [right]) => left - right);
  const claims = inOrder.find(([, columns]) => columns.length > 1)?.[1];
  if (claims === undefined) return inOrder.flatMap(([, columns]) => columns);
  const headers = claims.map((column) => request.headers[column] ?? "");
  if (new Set(headers.map(headerKey)).size === 1) throw twice(request, claims[0] ?? 0);
  const parameters = {
    field,
    headers: shownHeaders(headers),
    layout: `layout Mine ${field} from "${headers[0]?.trim() ?? ""}"`,
  };
  throw fileError(fileErrors, "column-ambiguous", { file: request.file }, parameters);
}

function placesOf(headers: readonly string[], fits: (header: string) => boolean): number[] {
  return [...headers.keys()].filter((place) => fits(headers[place] ?? ""));
}

function twice(request: PlanRequest, column: number): Error {
  const header = shownHeaders([request.headers[column] ?? ""]);
  return fileError(fileErrors, "column-twice", { file: request.file }, { header });
}
