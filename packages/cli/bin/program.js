/**
 * The bundled command as a script. Beside it stands what V8 compiled of it when it was built, so that a start compiles next
 * to nothing. That is for one version of Node: V8 refuses it where it does not fit, and compiles as ever.
 */
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";

/** Where the compiled code of a program stands. */
export const codeOf = (program) => `${program}.code`;

/** The program, compiled; its text is ASCII. */
export function scriptOf(program) {
  return new Script(Module.wrap(readFileSync(program, "latin1")), {
    filename: program,
    cachedData: compiled(codeOf(program)),
  });
}

/** Runs it, as `require` would. */
export function start(script, program) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(program), module, program, dirname(program));
}

function compiled(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
