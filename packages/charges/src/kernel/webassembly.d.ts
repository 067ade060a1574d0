/** As much of WebAssembly as is used here; what types there are of it are those of Node or of browsers. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }

  interface Instance {
    readonly exports: object;
  }

  const Module: new (bytes: Uint8Array) => Module;
  const Instance: new (module: Module) => Instance;
}
