/** The texts of a column that hardly repeat, put one behind another by the kernel. */
import type { OwnTexts } from "../columns/own-texts.js";
import type { RecordBatch } from "../records/record-batch.js";
import type { KernelBatch } from "./kernel-batch.js";
import { roomForTexts } from "./kernel-batch.js";

/** Adds the texts of all records of a batch. */
export function gatherTexts(room: KernelBatch, batch: RecordBatch, column: number, texts: OwnTexts): void {
  const { calls, bytes, ints } = room.kernel;
  const { count, width, starts, ends } = batch;
  const step = width * 4;
  let from = 0;
  while (from < count) {
    const startsAt = room.starts + column * 4;
    const endsAt = room.ends + column * 4;
    const to = calls.gather(startsAt, endsAt, step, from, count, room.texts, roomForTexts, room.sums, 0);
    if (to === from) {
      // There is not so much room.
      const cell = from * width + column;
      texts.push(batch, starts[cell] ?? 0, ends[cell] ?? 0);
      from++;
      continue;
    }
    const sums = ints.subarray(room.sums / 4 + from, room.sums / 4 + to);
    texts.append(bytes.subarray(room.texts, room.texts + (sums[sums.length - 1] ?? 0)), sums);
    from = to;
  }
}
