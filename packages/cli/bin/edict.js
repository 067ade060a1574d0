#!/usr/bin/env node
// The command as it is installed; `npm run build` makes the file that it starts.
import "../dist/edict/edict.js";
