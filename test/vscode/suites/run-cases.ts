/**
 * Runs cases inside the extension host, one after the other, each with a time limit, and says of each how it went. A
 * case is a sentence and a function that throws where the sentence is not true.
 */

/** Cases by what they say. */
export type Cases = Readonly<Record<string, () => Promise<void> | void>>;

/** Longest time for one case. */
const limit = 20_000;

/** Says `ok` or `not ok` of each case, and throws in the end where one was not. */
export async function runCases(...suites: readonly Cases[]): Promise<void> {
  const only = process.env["EDICT_ONLY"] ?? "";
  const all = suites.flatMap((cases) => Object.entries(cases)).filter(([name]) => name.includes(only));
  let wrong = 0;
  for (const [name, run] of all) {
    const start = Date.now();
    try {
      await inTime(run);
      console.log(`ok ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      wrong += 1;
      console.log(
        `not ok ${name} (${Date.now() - start} ms): ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  if (wrong > 0) throw new Error(`${wrong} of ${all.length} cases failed`);
}

async function inTime(run: () => Promise<void> | void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
