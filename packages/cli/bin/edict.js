#!/usr/bin/env node
// The command as it is installed; `npm run build` makes the program that it starts.
const path = require("node:path");
const { scriptOf, start } = require("./program.js");

const program = path.join(__dirname, "../dist/edict/edict.cjs");
start(scriptOf(program), program);
