// Loaded into a measured process: writes its peak memory in KiB, and the processor's microseconds, when it ends. Not part
// of the product.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`peak-memory ${maxRSS} processor ${userCPUTime + systemCPUTime}\n`);
});
