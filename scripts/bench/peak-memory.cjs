// Loaded into a measured process: writes its peak memory in KiB, and the processor's microseconds, when it ends. Not part
// of the product. In the older module form, for which Node has less to load.
const { readFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

/** Linux counts what the parent had at the start into `maxRSS`; its own file of the process does not. */
function peakOf(maxRSS) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? maxRSS);
  } catch {
    return maxRSS;
  }
}

if (isMainThread) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write(`peak-memory ${peakOf(maxRSS)} processor ${userCPUTime + systemCPUTime}\n`);
  });
}
