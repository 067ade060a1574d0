/** The text of a file between two of its bytes, in pieces of whole characters. */
import { unfinishedBytes } from "../files/encoding.js";
import { asFileError } from "../files/read-bytes.js";
import type { FileStamp } from "./file-stamp.js";
import { changed, openSame, requireSame } from "./file-stamp.js";

/**
 * A file that is read as a whole comes in pieces of this size from its beginning. Pieces end at the same bytes here:
 * how long a row is waited for that does not end is told piece by piece.
 */
const pieceSize = 1 << 20;

/**
 * Reads the bytes from `from` up to `to` of the text, in pieces that end where `piece` bytes of the file do; an error
 * where the file is another than it was. A piece is valid until the next but one is asked for.
 */
export async function* textBetween(
  stamp: FileStamp,
  from: number,
  to: number,
  piece = pieceSize,
): AsyncGenerator<Buffer> {
  try {
    yield* piecesBetween(stamp, from + stamp.mark, to + stamp.mark, piece);
  } catch (error) {
    throw asFileError(error, stamp.name);
  }
}

async function* piecesBetween(stamp: FileStamp, from: number, to: number, piece: number): AsyncGenerator<Buffer> {
  const handle = await openSame(stamp);
  const room = Math.min(piece, to - from);
  let [free, other] = [Buffer.allocUnsafeSlow(room), Buffer.allocUnsafeSlow(room)];
  const readAt = async (at: number): Promise<Buffer> => {
    const length = Math.min(to, (Math.floor(at / piece) + 1) * piece) - at;
    [free, other] = [other, free];
    const into = other;
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(into, done, length - done, at + done);
      if (bytesRead === 0) throw changed(stamp.name);
      done += bytesRead;
    }
    return into.subarray(0, length);
  };
  let carried = Buffer.alloc(0);
  let at = from;
  let reading = at < to ? readAt(at) : null;
  try {
    while (reading !== null) {
      const next = await reading;
      at += next.length;
      reading = at < to ? readAt(at) : null;
      const all = carried.length === 0 ? next : Buffer.concat([carried, next]);
      const whole = all.subarray(0, reading === null ? all.length : all.length - unfinishedBytes(all));
      carried = Buffer.from(all.subarray(whole.length));
      yield whole;
    }
    await requireSame(stamp, handle);
  } finally {
    // Whoever wants no more does not hear of what was being read ahead.
    await reading?.catch(() => {});
    await handle.close();
  }
}
