/**
 * Findings as lines of JSON, straight from the columns: byte for byte what `JSON.stringify` writes of the finding as an
 * object. The kernel writes them where there is WebAssembly, and where there is none the portable path the same in more time.
 */
import type { Charges } from "@edict/rulebook";
import type { FindingWriter, WriteBytes } from "./finding-writer.js";
import { makeKernel } from "./kernel/kernel.js";
import { KernelJson } from "./kernel/kernel-json.js";
import { PortableJson } from "./portable-json.js";
import type { Raised } from "./raised.js";

export class FindingJson implements FindingWriter {
  /** Made when the first finding is written. */
  private writer: FindingWriter | null = null;

  /** `write` takes whole lines; the bytes are written over after it returns. */
  constructor(private readonly write: WriteBytes) {}

  patient(findings: readonly Raised[], charges: Charges): void {
    this.writer ??= writerOf(this.write);
    this.writer.patient(findings, charges);
  }

  flush(): void {
    this.writer?.flush();
  }
}

function writerOf(write: WriteBytes): FindingWriter {
  const kernel = makeKernel();
  return kernel === null ? new PortableJson(write) : new KernelJson(kernel, write);
}
