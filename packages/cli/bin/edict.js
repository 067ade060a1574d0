#!/usr/bin/env node
// The command as it is installed; `npm run build` makes the program that it starts.
import { fileURLToPath } from "node:url";
import { scriptOf, start } from "./program.js";

const program = fileURLToPath(new URL("../dist/edict/edict.cjs", import.meta.url));
start(scriptOf(program), program);
