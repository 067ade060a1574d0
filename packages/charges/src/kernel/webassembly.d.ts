/** As much of WebAssembly as is used here; the types of Node leave it to those of browsers. */
import type { KernelCalls } from "./kernel.js";

declare global {
  namespace WebAssembly {
    interface Module {
      readonly [Symbol.toStringTag]: string;
    }

    interface Instance {
      /** What `packages/charges/kernel/index.ts` exports. */
      readonly exports: KernelCalls;
    }

    const Module: new (bytes: Uint8Array) => Module;
    const Instance: new (module: Module) => Instance;
  }
}
