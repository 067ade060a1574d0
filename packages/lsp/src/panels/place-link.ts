/** A link of a panel that opens a place of a rulebook. The panel's script tells the editor; the page itself opens nothing. */
import type { Location } from "vscode-languageserver/node";
import type { Html } from "@edict/language";
import { html } from "@edict/language";

/** The text as a link; the text alone where there is no place. */
export function placeLink(text: string, place: Location | null): Html {
  if (place === null) return html`${text}`;
  const { line, character } = place.range.start;
  return html`<a href="#" data-uri="${place.uri}" data-line="${line}" data-character="${character}">${text}</a>`;
}
