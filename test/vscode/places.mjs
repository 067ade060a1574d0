// Where things are.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is built and installed for these tests; git and the other tests do not see it. */
export const cache = join(root, ".vscode-test");

/** The extension as it stands in the repository. */
export const extension = join(root, "packages", "vscode");
