/** What the kernel has to offer; `packages/charges/src/kernel` is who calls it. */
export { scan } from "./scan";
export { knownInts, remember } from "./known-cells";
export { plainNumbers } from "./plain-numbers";
export { gather } from "./gather";
