/** All features, in the order of their names. To add one: a file beside this one, as `feature.ts` shows, and a line here. */
import { explain } from "./explain.js";
import type { Feature } from "./feature.js";
import { plainWords } from "./plain-words.js";
import { ruleGraph } from "./rule-graph.js";
import { snippets } from "./snippets.js";
import { standInsOffered } from "./stand-ins.js";
import { statusItem } from "./status-item.js";
import { testExplorer } from "./test-explorer.js";
import { tryOnCharges } from "./try-on-charges.js";

// One a line, in the order of their names: so additions stay apart.
export const features: readonly Feature[] = [
  explain,
  plainWords,
  ruleGraph,
  snippets,
  standInsOffered,
  statusItem,
  testExplorer,
  tryOnCharges,
  //
];
