// What the language server is called, in the protocol and in the editor's lists.
export const serverName = "Edict";
