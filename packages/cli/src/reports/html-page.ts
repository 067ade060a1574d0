/** The frame of a run's page: its style is within it, it has no script, and it asks nobody for anything. */
import type { Html } from "@edict/language";
import { html } from "@edict/language";

/** On paper nothing is folded, a finding stays on one sheet, and colours are left to the printer. */
const style = `
:root { color-scheme: light dark; --line: #8886; --faint: #8881; --deny: #c62828; --hold: #b26a00; }
@media (prefers-color-scheme: dark) { :root { --deny: #ff8a80; --hold: #ffb74d; } }
body { font: 1rem/1.45 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 0.25rem; }
table { border-collapse: collapse; margin: 0.5rem 0; } th, td { border: 1px solid var(--line); padding: 0.2rem 0.5rem; text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.findings { width: 100%; } .findings tbody { border-top: 2px solid var(--line); } .said td { background: var(--faint); }
.deny { color: var(--deny); font-weight: 600; } .hold { color: var(--hold); font-weight: 600; }
.faint { opacity: 0.75; } summary { cursor: pointer; }
@media print {
  :root { color-scheme: light; } body { max-width: none; margin: 0; font-size: 9pt; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .findings tbody, tr { break-inside: avoid; } h2 { break-after: avoid; }
}
`;

/** A page up to its first part; what follows is written as it is made. */
export const pageStart = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Findings of edict run</title>
<style>${style}</style>
</head>
<body>
<h1>Findings</h1>`;

export const pageEnd = "\n</body>\n</html>\n";

/** A table; columns named in `right` hold numbers. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  right: ReadonlySet<number>,
): Html {
  const cell = (column: number, text: string | Html): Html =>
    right.has(column) ? html`<td class="number">${text}</td>` : html`<td>${text}</td>`;
  const lines = [
    { html: `<tr>${head.map((name) => html`<th>${name}</th>`.html).join("")}</tr>` },
    ...rows.map((cells) => ({ html: `<tr>${cells.map((text, column) => cell(column, text).html).join("")}</tr>` })),
  ];
  return { html: `<table>\n${lines.map((line) => line.html).join("\n")}\n</table>` };
}

/** A list, or nothing of no items. */
export function listOf(items: readonly string[]): Html {
  const lines = items.map((item) => html`<li>${item}</li>`.html);
  return { html: lines.length === 0 ? "" : `<ul>\n${lines.join("\n")}\n</ul>` };
}
