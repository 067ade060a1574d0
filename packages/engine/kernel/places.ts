/**
 * Where what stands in the kernel's memory, in bytes. The columns are of a window of lines, which the writer copies in
 * from the columns of a batch; tables say of each value of a dictionary where its piece stands. No place is 0, which is
 * how a table says that something is not there.
 */

/** Lines of a window. */
export const mostLines: u32 = 1 << 14;
/** Values of a dictionary that have a piece: those with smaller ids. */
export const mostFiles: u32 = 1 << 12;
export const mostCodes: u32 = 1 << 16;
export const mostModifiers: u32 = 1 << 14;
/** Bytes of a piece of a dictionary, of the text of a line, and of the patient. */
export const longestPiece: u32 = 1 << 12;
/** Bytes that are given for what the kernel cannot write itself. */
export const longestGiven: u32 = 1 << 16;

/** Days that are known as text: 2 to this power. */
export const daysBits: u32 = 12;
export const knownDays: usize = 1 << 16;
/** The patient as it stands within quotes: how long it is, and its bytes. */
export const patientLength: usize = knownDays + (16 << daysBits);
export const patient: usize = patientLength + 16;
/** Where it is to be read where the texts begin; one word before their ends, where each begins at the end of the one before. */
export const startsOfLines: usize = patientLength + 2 * longestPiece;
export const startsOfClaims: usize = startsOfLines + 4;
export const given: usize = startsOfLines + 64;
/** The subject of the finding at hand and the lines beside it, by their place in the window. */
export const named: usize = given + 2 * longestGiven;
/** Of each line: where it stands in the output, from and to. */
export const stands: usize = named + 8 * mostLines;

export const files: usize = stands + 8 * mostLines;
export const rows: usize = files + 4 * mostLines;
export const days: usize = rows + 4 * mostLines;
export const codes: usize = days + 4 * mostLines;
export const modifiers: usize = codes + 4 * mostLines;
export const units: usize = modifiers + 4 * mostLines;
export const amounts: usize = units + 8 * mostLines;
/** Of each line: where the text of its own number begins, and where it ends; likewise of its claim. */
export const lineStarts: usize = amounts + 8 * mostLines;
export const lineEnds: usize = lineStarts + 4 * mostLines;
export const claimStarts: usize = lineEnds + 4 * mostLines;
export const claimEnds: usize = claimStarts + 4 * mostLines;

/** Of each value: where its piece stands, and its length. Of a code it is what stands within quotes. */
export const filePieces: usize = claimEnds + 4 * mostLines;
export const codePieces: usize = filePieces + 8 * mostFiles;
export const modifierPieces: usize = codePieces + 8 * mostCodes;

/** Texts of lines, then pieces, then what is written. */
export const texts: usize = modifierPieces + 8 * mostModifiers;
export const pieces: usize = texts + (2 << 20);
export const output: usize = pieces + (2 << 20);
export const outputEnd: usize = 160 << 16;
