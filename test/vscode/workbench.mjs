// VS Code's window as a person uses it: keys, and what is to be seen. Nothing here asks the extension; what it says must
// be read from the page.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./places.mjs";

const pictures = join(cache, "pictures");

/** Longest time for anything to appear. */
const patience = 15_000;

/** Opens a folder in a page and waits until its files are listed. */
export async function openWorkbench(page, server, folder) {
  page.setDefaultTimeout(patience);
  const address = new URL(`http://${server.origin}/`);
  address.searchParams.set("folder", folder);
  await page.goto(address.href);
  await page.locator(".monaco-workbench").waitFor();
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  return new Workbench(page);
}

class Workbench {
  constructor(page) {
    this.page = page;
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types as fingers do, one key after the other. */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Opens a file by its name. */
  async openFile(name) {
    await this.press("Control+p");
    await this.page.locator(".quick-input-widget input").waitFor();
    await this.type(name);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
    await this.press("Enter");
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.page.locator(".editor-instance .monaco-editor .view-lines").first().waitFor();
    await this.page.locator(".editor-instance .monaco-editor .view-lines").first().click();
  }

  /** Runs a command of the palette by its title. Just after the start the palette may not have it yet. */
  async command(title) {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
    await this.#until(`the command ${title}`, async () => {
      await this.press("F1");
      await this.page.locator(".quick-input-widget input").waitFor();
      await this.page.keyboard.insertText(title);
      if (
        await row.waitFor({ timeout: 1500 }).then(
          () => true,
          () => false,
        )
      )
        return true;
      await this.press("Escape");
      return null;
    });
    await this.press("Enter");
  }

  /** Closes the page that the editor shows at its first start. */
  async closeWelcome() {
    await this.page.locator(".tab", { hasText: "Walkthrough" }).hover();
    await this.page.locator(".tab", { hasText: "Walkthrough" }).locator(".codicon-close").click();
  }

  /** The editor's text as it is to be seen, without what is shown beside it. */
  async text() {
    const lines = await this.page.locator(".editor-instance .monaco-editor .view-line").evaluateAll((found) =>
      found
        .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent ?? "" }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll("\u00a0", " ")),
    );
    return lines.join("\n");
  }

  /** What is offered at the caret. */
  async offered() {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row .label-name");
    await rows.first().waitFor();
    return rows.allTextContents();
  }

  /** Takes an offer by its words, going down to it as one does with the arrow key. */
  async take(label) {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await rows.first().waitFor();
    for (let steps = 0; steps < 60; steps += 1) {
      const focused = this.page.locator(".suggest-widget.visible .monaco-list-row.focused .label-name");
      if ((await focused.textContent())?.trim() === label) {
        await this.press("Enter");
        return;
      }
      await this.press("ArrowDown");
    }
    throw new Error(`${label} is not offered; offered are ${(await this.offered()).join(", ")}`);
  }

  /** Waits until so many wavy lines of a severity are to be seen. */
  async waves(severity, count) {
    await this.#until(`${count} ${severity} waves`, async () => {
      const now = await this.page.locator(`.editor-instance .squiggly-${severity}`).count();
      return now === count ? true : null;
    });
  }

  /** The problems list, as it reads. */
  async problems() {
    const rows = this.page.locator(
      ".markers-panel .monaco-list-row .message, .markers-panel .monaco-list-row .marker-message",
    );
    return rows.allTextContents();
  }

  /** Waits for a text in the status bar that matches. */
  async status(pattern) {
    return this.#until(`a status item like ${pattern}`, async () => {
      const items = await this.page.locator(".statusbar-item").allTextContents();
      return items.find((text) => pattern.test(text)) ?? null;
    });
  }

  async sees(selector, text) {
    await this.page.locator(selector, { hasText: text }).first().waitFor();
  }

  /** A picture of the window, to look at. */
  async picture(name) {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  async #until(what, ask) {
    for (const end = Date.now() + patience; Date.now() < end;) {
      const found = await ask();
      if (found !== null) return found;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`waited in vain for ${what}`);
  }
}
