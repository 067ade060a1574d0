/** Makes a rulebook to start with: copies the sample rule and its tests into a folder. It overwrites nothing. */
import type { FileType } from "vscode";
import { commands, Uri, window, workspace } from "vscode";

export async function newRulebook(extension: Uri): Promise<void> {
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const sample = Uri.joinPath(extension, "sample");
  const names = (await workspace.fs.readDirectory(sample)).map(([name]: [string, FileType]) => name).sort();
  const there = await namesIn(folder);
  const taken = names.filter((name) => there.includes(name));
  if (taken.length > 0) {
    await window.showWarningMessage(
      `${folder.fsPath} has ${taken.join(" and ")} already; nothing was written. Choose another folder.`,
    );
    return;
  }
  for (const name of names) await workspace.fs.copy(Uri.joinPath(sample, name), Uri.joinPath(folder, name));
  const isOpen = workspace.getWorkspaceFolder(folder) !== undefined;
  if (!isOpen) {
    await commands.executeCommand("vscode.openFolder", folder);
    return;
  }
  for (const name of [...names].reverse())
    await window.showTextDocument(Uri.joinPath(folder, name), { preview: false });
}

/** The one folder that is open, or the one that is asked for. */
async function chosenFolder(): Promise<Uri | undefined> {
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only !== undefined && others.length === 0) return only.uri;
  if (only !== undefined) return (await window.showWorkspaceFolderPick())?.uri;
  const [picked] = (await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: "Make the rulebook here",
  })) ?? [undefined];
  return picked;
}

async function namesIn(folder: Uri): Promise<readonly string[]> {
  return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
}
