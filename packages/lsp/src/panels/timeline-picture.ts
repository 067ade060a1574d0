/**
 * A patient's timeline as a small picture: days on an axis, a mark for each line, the subject and its companions by
 * colour and by name. Lines of one day stand on each other. It is the same for the same lines.
 */
import { counted, formatDate } from "@edict/rulebook";
import type { Html } from "@edict/language";
import { html, nothing } from "@edict/language";

/** A line as the picture shows it. */
export interface PictureLine {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** `77427-26 x2` */
  readonly text: string;
  readonly role: "subject" | "companion" | "line";
}

const width = 640;
const left = 14;
const right = 14;
const step = 9;
/** Marks that stand on each other on one day before the others are only counted. */
const highest = 8;

/** The picture. */
export function timelinePicture(lines: readonly PictureLine[]): Html {
  const days = lines.map(({ day }) => day);
  if (days.length === 0) return nothing;
  const first = Math.min(...days);
  const last = Math.max(...days);
  const at = (day: number): number =>
    first === last ? width / 2 : Math.round(left + ((day - first) / (last - first)) * (width - left - right));
  const stacks = stacksOf(lines);
  const tallest = Math.max(...stacks.map(({ lines: stack }) => Math.min(stack.length, highest + 1)));
  const axis = 10 + tallest * step;
  const labels = labelsOf(lines, at);
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1));
  const height = axis + 20 + rows * 15;
  const ends = first === last ? [first] : [first, last];
  return html`<svg class="timeline" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <title>${counted(lines.length, "line")}, ${formatDate(first)} to ${formatDate(last)}</title>
    <line class="axis" x1="${left}" y1="${axis}" x2="${width - right}" y2="${axis}" />
    ${ends.map((day, index) => html`<text class="day" x="${at(day)}" y="${axis + 14}" text-anchor="${anchorOf(index, ends.length)}">${formatDate(day)}</text>`)}
    ${stacks.map((stack) => stackPicture(stack, at(stack.day), axis))}
    ${labels.map(({ text, role, x, from, row }) => html`<line class="lead ${role}" x1="${from}" y1="${axis + 2}" x2="${from}" y2="${axis + 19 + row * 15}" /><text class="${role}" x="${x}" y="${axis + 29 + row * 15}">${text}</text>`)}
  </svg>`;
}

function anchorOf(index: number, count: number): string {
  if (count === 1) return "middle";
  return index === 0 ? "start" : "end";
}

interface Stack {
  readonly day: number;
  readonly lines: readonly PictureLine[];
}

function stacksOf(lines: readonly PictureLine[]): readonly Stack[] {
  const byDay = new Map<number, PictureLine[]>();
  // Those that the finding speaks of stand next to the axis, so that they are never among the counted ones.
  for (const role of ["subject", "companion", "line"] as const) {
    for (const line of lines) {
      if (line.role !== role) continue;
      const stack = byDay.get(line.day);
      if (stack === undefined) byDay.set(line.day, [line]);
      else stack.push(line);
    }
  }
  return [...byDay].map(([day, stack]) => ({ day, lines: stack })).sort((one, other) => one.day - other.day);
}

function stackPicture({ day, lines }: Stack, x: number, axis: number): Html {
  const shown = lines.slice(0, highest);
  const more = lines.length - shown.length;
  return html`${shown.map(
    ({ text, role }, index) =>
      html`<circle class="${role}" cx="${x}" cy="${axis - 5 - index * step}" r="${role === "line" ? 3 : 4}"
        ><title>${formatDate(day)} ${text}</title></circle
      >`,
  )}${more === 0 ? nothing : html`<text class="day" x="${x}" y="${axis - 1 - highest * step}" text-anchor="middle">+${more}</text>`}`;
}

interface Label {
  readonly text: string;
  readonly role: PictureLine["role"];
  /** Where the text begins, and where its line comes down from. */
  readonly x: number;
  readonly from: number;
  readonly row: number;
}

/** Names of the lines that the finding speaks of, in rows in which none runs into another. */
function labelsOf(lines: readonly PictureLine[], at: (day: number) => number): readonly Label[] {
  const ends: number[] = [];
  const named = lines.filter(({ role }) => role !== "line").slice(0, 12);
  return [...named]
    .sort((one, other) => one.day - other.day)
    .map(({ day, text, role }) => {
      const from = at(day);
      const label = `${text} ${formatDate(day)}`;
      const length = label.length * 7;
      const x = Math.max(2, Math.min(from + 3, width - length - 2));
      const free = ends.findIndex((end) => end < x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x + length + 8;
      return { text: label, role, x, from, row };
    });
}
