// A folder that a person does not trust is read and checked, but nothing beside it; once trusted, its neighbour is read.
export const withoutTrust = {
  name: "without-trust",
  workspace: "fence/open",
  trust: false,
  steps: {
    "the editor says that the folder is not trusted": async (window) => {
      await window.status(/Restricted Mode/);
    },
    "rules are checked, and the table outside of the folder is not read": async (window) => {
      await window.openFile("limits.edict");
      await window.waves("error", 1);
      await window.command("Edict: Show the Problems of the Rulebook");
      await window.sees(".markers-panel", "missing-table-file");
      await window.picture("without-trust");
    },
    "no rule is tried on charges, and a click says why": async (window) => {
      await window.openFile("limits.edict");
      await window.page.locator(".editor-instance .codelens-decoration a", { hasText: "what would this hit?" }).click();
      await window.sees(".notification-toast", "Charge files are read only in a folder that is trusted");
      await window.command("Notifications: Clear All Notifications");
    },
    "once the folder is trusted, it is read": async (window) => {
      await window.command("Workspaces: Manage Workspace Trust");
      await window.page.locator(".workspace-trust-editor .monaco-button", { hasText: "Trust" }).first().click();
      await window.sees(".markers-panel", "No problems have been detected");
    },
  },
};
