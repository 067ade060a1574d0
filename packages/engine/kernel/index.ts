/** What the kernel has to offer; `packages/engine/src/findings/kernel` is who calls it. */
export { finding, goOn, give, stoppedAt, undo, forget, waiting, empty } from "./findings";
export { patient } from "./lines";
export {
  mostLines,
  mostFiles,
  mostCodes,
  mostModifiers,
  longestPiece,
  longestGiven,
  patientPiece,
  given,
  named,
  files,
  rows,
  days,
  codes,
  modifiers,
  units,
  amounts,
  lineTexts,
  claimTexts,
  filePieces,
  codePieces,
  modifierPieces,
  texts,
  pieces,
  output,
} from "./places";
