/** The graph of a rulebook as a page: boxes in columns, lines from what is used to what uses it. A click opens a declaration. */
import { tallied } from "@edict/rulebook";
import type { GraphNode, Html, RuleGraph } from "@edict/language";
import type { Location } from "vscode-languageserver/node";
import type { LaidNode } from "./graph-layout.js";
import { layOut } from "./graph-layout.js";
import { html, nothing } from "@edict/language";

/** What the page is made of. */
export interface GraphPage {
  readonly graph: RuleGraph;
  /** The declaration that the graph is about; null where it is about all. */
  readonly current: GraphNode | null;
  readonly isWhole: boolean;
  readonly placeOf: (node: GraphNode) => Location;
}

const width = 190;
const height = 22;
const across = 250;
const down = 28;
const letters = 26;
/** Boxes beyond which nobody sees anything. */
const most = 2500;

/** The page. */
export function graphPage({ graph, current, isWhole, placeOf }: GraphPage): Html {
  const rules = graph.nodes.filter(({ kind }) => kind === "rule").length;
  const title = isWhole || current === null ? "The rulebook" : current.label;
  const about =
    isWhole || current === null
      ? `${tallied(rules, "rule")} and all that stands around them.`
      : "What it uses, and what uses it.";
  const other = isWhole
    ? html`<button data-action="near">Only what is around the caret</button>`
    : html`<button data-action="whole">The whole rulebook</button>`;
  return html`<h1>${title}</h1>
    <p class="quiet">${about} What is used stands on the left. A click opens it.</p>
    <p>${other}</p>
    ${graph.nodes.length > most ? html`<p class="warning">The rulebook has ${tallied(graph.nodes.length, "declaration")}, too many for one picture. Put the caret into a rule and look at what is around it.</p>` : picture(graph, current, placeOf)}`;
}

function picture(graph: RuleGraph, current: GraphNode | null, placeOf: GraphPage["placeOf"]): Html {
  const laid = layOut(graph);
  if (laid.length === 0) return html`<p>The rulebook declares nothing yet.</p>`;
  const places = new Map(laid.map((one) => [one.node.id, one]));
  const wide = (Math.max(...laid.map(({ column }) => column)) + 1) * across;
  const high = (Math.max(...laid.map(({ row }) => row)) + 1) * down + 10;
  return html`<div class="frame">
    <svg class="graph" role="img" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}">
      ${graph.edges.map(({ user, used }) => edge(places.get(used), places.get(user), user === current?.id || used === current?.id))}
      ${laid.map((one) => box(one, one.node.id === current?.id, placeOf(one.node)))}
    </svg>
  </div>`;
}

function edge(from: LaidNode | undefined, to: LaidNode | undefined, isOwn: boolean): Html {
  if (from === undefined || to === undefined) return nothing;
  const [x1, y1] = [from.column * across + 5 + width, middle(from)];
  const [x2, y2] = [to.column * across + 5, middle(to)];
  const bend = Math.max(20, Math.round((x2 - x1) / 2));
  return html`<path
    class="${isOwn ? "edge own" : "edge"}"
    d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"
  />`;
}

function middle({ row }: LaidNode): number {
  return row * down + 5 + height / 2;
}

function box({ node, column, row }: LaidNode, isCurrent: boolean, { uri, range: { start } }: Location): Html {
  const [x, y] = [column * across + 5, row * down + 5];
  const shown = `${words[node.kind]}${node.label}`;
  const text = [...shown].length > letters ? `${[...shown].slice(0, letters - 1).join("")}…` : shown;
  return html`<a
    href="#"
    class="${isCurrent ? "node current" : "node"}"
    data-uri="${uri}"
    data-line="${start.line}"
    data-character="${start.character}"
    ${isCurrent ? html` data-scroll=""` : nothing}
    ><title>${shown}${node.detail === "" ? "" : `: ${node.detail}`}</title
    ><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" /><text x="${x + 8}" y="${y + 15}"
      >${text}</text
    ></a
  >`;
}

/** The word before a name; an override and a waiver have theirs already. */
const words: { readonly [K in GraphNode["kind"]]: string } = {
  codes: "codes ",
  diagnoses: "diagnoses ",
  modifiers: "modifiers ",
  payer: "payer ",
  payers: "payers ",
  setting: "setting ",
  field: "field ",
  episode: "episode ",
  authority: "authority ",
  table: "table ",
  layout: "layout ",
  rule: "rule ",
  override: "",
  waive: "",
  test: "test ",
};
