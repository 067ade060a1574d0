/** What the server calls itself, in the protocol and in the editor's lists. */

export const serverName = "Edict";

/** The version of all packages. */
export const serverVersion = "0.1.0";
