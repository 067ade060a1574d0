/**
 * What the client is shown of diagnostics: for each file the last list that was sent, so that a list is sent only where
 * it or the version changed, and taken back when its file goes away.
 */
import { createHash } from "node:crypto";
import type { Analysis } from "@edict/language";
import type { Diagnostic as OwnDiagnostic } from "@edict/rulebook";
import type { Diagnostic } from "vscode-languageserver/node";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import type { TextEdit } from "./shifted.js";
import { shifted } from "./shifted.js";
import { toProtocol } from "./to-protocol.js";

/** A list of diagnostics for the client; `version` is null where the document is not open. */
export interface FileDiagnostics {
  readonly uri: string;
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the publisher needs to know and to do. */
export interface PublisherHost {
  readonly uriOf: (absolute: string) => string;
  readonly versionAt: (absolute: string) => number | null;
  /** The rulebook whose diagnostics a file shows: it may be used by another one too. */
  readonly ownerOf: (absolute: string) => OpenRulebook;
  readonly pages: () => string | null;
  readonly send: (list: FileDiagnostics) => void;
}

/** What was sent of a file: which diagnostics, as what text, for which rulebook. */
interface Sent {
  readonly found: readonly OwnDiagnostic[];
  readonly version: number | null;
  readonly text: string;
  readonly of: OpenRulebook;
}

export class Publisher {
  readonly #host: PublisherHost;
  /** By absolute path: what was sent last. */
  readonly #sent = new Map<string, Sent>();
  /** By absolute path: what the checks found, and the edits since. */
  readonly #found = new Map<string, { readonly diagnostics: readonly OwnDiagnostic[]; readonly edits: TextEdit[] }>();

  constructor(host: PublisherHost) {
    this.#host = host;
  }

  /** The text at a path was edited. */
  edited(path: string, edits: readonly TextEdit[]): void {
    this.#found.get(path)?.edits.push(...edits);
  }

  /** Shows at once what is wrong with the text of a file; what the checks found last stays where no edit touched it. */
  showText(rulebook: OpenRulebook, absolute: string): void {
    const analysis = rulebook.read();
    const path = rulebook.pathOf(absolute);
    if (path === null) return;
    const own = analysis.diagnostics.filter(({ span }) => span.file === path);
    const before = this.#found.get(absolute);
    const kept = before === undefined ? [] : shifted(before.diagnostics, before.edits);
    this.#show(rulebook, analysis, path, inPlace([...own, ...kept]));
  }

  /** Shows all that was found in a rulebook, in each of its files. */
  showAll(rulebook: OpenRulebook, read: Analysis, checked: Analysis): void {
    const ofTexts = new Set(read.diagnostics.map(keyOf));
    const byFile = byFileOf(checked.diagnostics);
    const shown = new Set<string>();
    for (const path of checked.files.keys()) {
      const absolute = rulebook.host.absolute(path);
      if (this.#host.ownerOf(absolute) !== rulebook) continue;
      const diagnostics = byFile.get(path) ?? [];
      shown.add(absolute);
      this.#found.set(absolute, { diagnostics: diagnostics.filter((found) => !ofTexts.has(keyOf(found))), edits: [] });
      this.#show(rulebook, checked, path, diagnostics);
    }
    const settings = rulebook.settings();
    const ofSettings = byFileOf(settings.diagnostics);
    for (const path of settings.sources.keys()) {
      shown.add(rulebook.host.absolute(path));
      this.#show(rulebook, checked, path, ofSettings.get(path) ?? []);
    }
    for (const [absolute, { of }] of this.#sent) if (of === rulebook && !shown.has(absolute)) this.#takeBack(absolute);
  }

  /** Takes back what was shown of rulebooks that are no more. */
  keepOnly(rulebooks: readonly OpenRulebook[]): void {
    for (const [absolute, { of }] of this.#sent) if (!rulebooks.includes(of)) this.#takeBack(absolute);
  }

  /** The diagnostics of a file as the client is to see them, and a text that is equal for equal lists. */
  listOf(rulebook: OpenRulebook, analysis: Analysis, path: string): FileDiagnostics & { readonly resultId: string } {
    const own = analysis.diagnostics.filter(({ span }) => span.file === path);
    const list = this.#list(rulebook, analysis, path, own);
    return { ...list, resultId: createHash("sha1").update(JSON.stringify(list.diagnostics)).digest("hex") };
  }

  #show(rulebook: OpenRulebook, analysis: Analysis, path: string, found: readonly OwnDiagnostic[]): void {
    const absolute = rulebook.host.absolute(path);
    if (found.length === 0 && !this.#sent.has(absolute) && this.#host.versionAt(absolute) === null) return;
    const version = this.#host.versionAt(absolute);
    const last = this.#sent.get(absolute);
    // What was not looked at again is the same object as before, and most files are like that.
    if (last !== undefined && last.of === rulebook && last.version === version && isSameList(last.found, found)) return;
    const list = this.#list(rulebook, analysis, path, found);
    const text = JSON.stringify(list);
    this.#sent.set(absolute, { found, version, text, of: rulebook });
    if (last?.text !== text) this.#host.send(list);
  }

  #takeBack(absolute: string): void {
    this.#sent.delete(absolute);
    this.#found.delete(absolute);
    this.#host.send({ uri: this.#host.uriOf(absolute), version: this.#host.versionAt(absolute), diagnostics: [] });
  }

  #list(rulebook: OpenRulebook, analysis: Analysis, path: string, found: readonly OwnDiagnostic[]): FileDiagnostics {
    const absolute = rulebook.host.absolute(path);
    const source = analysis.files.get(path)?.source ?? rulebook.settings().sources.get(path);
    if (source === undefined) throw new Error("only files that were read are shown");
    const around = {
      sourceOf: (other: string) => analysis.files.get(other)?.source ?? null,
      uriOf: (other: string) => this.#host.uriOf(rulebook.host.absolute(other)),
      pages: this.#host.pages(),
    };
    return {
      uri: this.#host.uriOf(absolute),
      version: this.#host.versionAt(absolute),
      diagnostics: found.map((diagnostic) => toProtocol(diagnostic, source, around)),
    };
  }
}

function isSameList(one: readonly OwnDiagnostic[], other: readonly OwnDiagnostic[]): boolean {
  return one.length === other.length && one.every((diagnostic, index) => diagnostic === other[index]);
}

/** Equal for a diagnostic before and after settings gave it another severity. */
function keyOf({ code, span }: OwnDiagnostic): string {
  return `${span.file}\n${span.start} ${span.end} ${code}`;
}

function byFileOf(diagnostics: readonly OwnDiagnostic[]): ReadonlyMap<string, readonly OwnDiagnostic[]> {
  const files = new Map<string, OwnDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = files.get(diagnostic.span.file);
    if (known === undefined) files.set(diagnostic.span.file, [diagnostic]);
    else known.push(diagnostic);
  }
  return files;
}

function inPlace(diagnostics: readonly OwnDiagnostic[]): readonly OwnDiagnostic[] {
  return [...diagnostics].sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}
