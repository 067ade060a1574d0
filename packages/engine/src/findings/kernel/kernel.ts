/**
 * The kernel, 6 KB of WebAssembly that are made from `packages/engine/kernel`, and the memory that it works in: columns of
 * some lines, pieces of JSON, and what is written of them. Each writer has one of its own, so that nothing is shared but the
 * compiled module. The memory never grows, and what of it is not used is never touched, and costs nothing.
 */
import { kernelLength, kernelWords } from "./kernel-bytes.js";

/** What a call of `finding`, `goOn` or `give` answers: the finding is written; and there is enough to hand over. */
export const isWritten = 0;
export const isEnough = 1;
/** Or what it stopped at: then `goOn` is called, after what lacked was put there, or `give`. */
export const atMessage = 2;
export const atLine = 3;
export const atEnd = 4;
export const atNoRoom = 5;

/** Places are bytes of the memory. */
export interface KernelCalls {
  readonly finding: (
    version: number,
    nearest: number,
    others: number,
    row: number,
    count: number,
    allowed: number,
  ) => number;
  readonly goOn: () => number;
  readonly give: (length: number) => number;
  readonly stoppedAt: () => number;
  readonly undo: () => void;
  readonly forget: () => void;
  readonly waiting: () => number;
  readonly empty: () => void;
}

/** Where what stands, and how much of it at most; `packages/engine/kernel/places.ts` says what. */
export interface KernelPlaces {
  readonly mostLines: number;
  readonly mostFiles: number;
  readonly mostCodes: number;
  readonly mostModifiers: number;
  readonly longestPiece: number;
  readonly longestGiven: number;
  readonly patientLength: number;
  readonly patient: number;
  readonly startsOfLines: number;
  readonly startsOfClaims: number;
  readonly given: number;
  readonly named: number;
  readonly files: number;
  readonly rows: number;
  readonly days: number;
  readonly codes: number;
  readonly modifiers: number;
  readonly units: number;
  readonly amounts: number;
  readonly lineStarts: number;
  readonly lineEnds: number;
  readonly claimStarts: number;
  readonly claimEnds: number;
  readonly filePieces: number;
  readonly codePieces: number;
  readonly modifierPieces: number;
  readonly texts: number;
  readonly pieces: number;
  readonly output: number;
}

export type KernelExports = KernelCalls & { readonly memory: { readonly buffer: ArrayBuffer } } & {
  readonly [Name in keyof KernelPlaces]: { readonly value: number };
};

/** Calls and places, and the memory by bytes, words and numbers. */
export interface Kernel {
  readonly calls: KernelCalls;
  readonly places: KernelPlaces;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ints: Int32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
}

let compiled: WebAssembly.Module | null = null;

/** WebAssembly writes the lowest byte first. Where the processor does not, our views would see other numbers. */
const isLowestFirst = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** A kernel with a memory of its own; null where WebAssembly, or the memory for it, cannot be had. */
export function makeKernel(): Kernel | null {
  if (!isLowestFirst) return null;
  try {
    compiled ??= new WebAssembly.Module(new Uint8Array(new Int32Array(kernelWords).buffer, 0, kernelLength));
    const { exports } = new WebAssembly.Instance(compiled);
    return isOurs(exports) ? kernelOf(exports) : null;
  } catch {
    // The portable path does the same in more time.
    return null;
  }
}

/** What a module exports has no type; a test holds the bytes of ours to its source. */
function isOurs(exports: object): exports is KernelExports {
  return "finding" in exports;
}

function kernelOf(calls: KernelExports): Kernel {
  const { buffer } = calls.memory;
  return {
    calls,
    places: {
      mostLines: calls.mostLines.value,
      mostFiles: calls.mostFiles.value,
      mostCodes: calls.mostCodes.value,
      mostModifiers: calls.mostModifiers.value,
      longestPiece: calls.longestPiece.value,
      longestGiven: calls.longestGiven.value,
      patientLength: calls.patientLength.value,
      patient: calls.patient.value,
      startsOfLines: calls.startsOfLines.value,
      startsOfClaims: calls.startsOfClaims.value,
      given: calls.given.value,
      named: calls.named.value,
      files: calls.files.value,
      rows: calls.rows.value,
      days: calls.days.value,
      codes: calls.codes.value,
      modifiers: calls.modifiers.value,
      units: calls.units.value,
      amounts: calls.amounts.value,
      lineStarts: calls.lineStarts.value,
      lineEnds: calls.lineEnds.value,
      claimStarts: calls.claimStarts.value,
      claimEnds: calls.claimEnds.value,
      filePieces: calls.filePieces.value,
      codePieces: calls.codePieces.value,
      modifierPieces: calls.modifierPieces.value,
      texts: calls.texts.value,
      pieces: calls.pieces.value,
      output: calls.output.value,
    },
    bytes: new Uint8Array(buffer),
    ints: new Int32Array(buffer),
    numbers: new Float64Array(buffer),
  };
}
