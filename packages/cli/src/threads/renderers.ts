/** The formats whose findings stand one after another, so that each thread can write those of its own patients. */
import type { PatientFindings } from "@edict/engine";
import { FindingJson } from "@edict/engine";
import { Batched } from "../output/batched.js";
import { csvFindings } from "../reports/csv-findings.js";
import type { RenderedFormat } from "../reports/formats.js";

/** Writes findings of patient after patient, in pieces; the bytes of a piece are written over afterwards. */
export interface Renderer {
  readonly findings: (found: PatientFindings) => void;
  /** Writes what is waiting. */
  readonly flush: () => void;
}

type Write = (bytes: Uint8Array) => void;

export const renderers: { readonly [F in RenderedFormat]: (write: Write) => Renderer } = {
  ndjson: (write) => {
    const json = new FindingJson(write);
    return { findings: (found) => found.writeTo(json), flush: () => json.flush() };
  },
  csv: (write) => {
    const out = new Batched({ write: (text) => write(new TextEncoder().encode(text)) });
    return { findings: (found) => csvFindings(found.objects(), out), flush: () => out.flush() };
  },
};
