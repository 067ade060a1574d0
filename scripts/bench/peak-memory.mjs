// Loaded into a measured process: writes its peak memory in KiB when it ends. Not part of the product.
process.on("exit", () => process.stderr.write(`peak-memory ${process.resourceUsage().maxRSS}\n`));
