/**
 * The bundled command as a script. Beside it stands what V8 compiled of it when it was built, so that a start compiles next
 * to nothing. That is for one version of Node: V8 refuses it where it does not fit, and compiles as ever. It is in the older
 * module form, for which Node has less to load.
 */
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

/** Where the compiled code of a program stands. */
const codeOf = (program) => `${program}.code`;

/**
 * How much V8 writes into a function of those that it calls, in place of 920 bytes: it compiles what is hot in less time,
 * which a short run and a run on several threads wait for, and a long one is as fast.
 */
const inlined = "--max-inlined-bytecode-size-cumulative=200";

/** The program, compiled: a function of what `require` gives to a module. Its text is ASCII. */
function scriptOf(program) {
  const script = new Script(readFileSync(program, "latin1"), {
    filename: program,
    cachedData: compiled(codeOf(program)),
  });
  // Then V8 is the one that the command was built with. Before, it would refuse what was compiled under other flags.
  if (script.cachedDataRejected === false) setFlagsFromString(inlined);
  return script;
}

/** Runs it, as `require` would. */
function start(script, program) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(program), module, program, path.dirname(program));
}

function compiled(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { codeOf, scriptOf, start };
