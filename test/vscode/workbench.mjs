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
  const workbench = new Workbench(page);
  await workbench.extensionKnown();
  return workbench;
}

/** True once it is there; null, after the time, where it is not. */
function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => null,
  );
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

  /** Types a line, takes nothing of what is offered, and goes to the next. */
  async line(text) {
    await this.type(text);
    await this.press("Escape", "Enter");
  }

  /** Opens a file of the folder's list. Just after the start another page may come before it. */
  async openFile(name) {
    const row = this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name });
    const tab = this.page.locator(".tab.active", { hasText: name });
    await this.#until(`the file ${name}`, async () => {
      await row.dblclick();
      return appears(tab, 2000);
    });
    await this.page.locator(".editor-instance .monaco-editor .view-lines").first().click();
  }

  /** Waits until the editor has read the extension's manifest; a file that is opened before has none of its defaults. */
  async extensionKnown() {
    await this.#inPalette("Edict: Show the Log");
    await this.press("Escape");
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.#inPalette(title);
    await this.press("Enter");
  }

  /** Looks for a command. Just after the start the palette may not have it yet. */
  async #inPalette(title) {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
    await this.#until(`the command ${title}`, async () => {
      await this.press("F1");
      // While the window is still finding its focus it may close the palette again.
      if (!(await appears(this.page.locator(".quick-input-widget input"), 1500))) return null;
      await this.page.keyboard.insertText(title);
      if (await appears(row, 1500)) return true;
      await this.press("Escape");
      return null;
    });
  }

  /** Closes the page that the editor shows at its first start, whatever this version of it calls it. */
  async closeWelcome() {
    await this.page.locator(".tabs-container .tab").first().waitFor();
    await this.command("View: Close All Editors");
    await this.#until("no page", async () =>
      (await this.page.locator(".tabs-container .tab").count()) === 0 ? true : null,
    );
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
      await this.page.waitForTimeout(40);
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

  /** Opens what the light bulb offers, and takes the change with this title. */
  async change(title) {
    await this.press("Control+.");
    await this.sees(".action-widget", title);
    const focused = this.page.locator(".action-widget .monaco-list-row.focused");
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await focused.textContent())?.includes(title)) {
        await this.press("Enter");
        return;
      }
      await this.press("ArrowDown");
    }
    throw new Error(`${title} could not be reached`);
  }

  /** Asks what can stand at the caret, and takes an offer. */
  async choose(label) {
    await this.press("Control+Space");
    await this.take(label);
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

  /** Rests the mouse on a word of the editor until something is told that holds a text. */
  async hover(word, text) {
    const place = this.page.locator(".editor-instance .view-line span span", { hasText: word }).first();
    await this.#until(`a hover on ${word}`, async () => {
      await this.page.mouse.move(5, 5);
      await place.hover();
      return appears(this.page.locator(".monaco-hover:visible", { hasText: new RegExp(text, "i") }).first(), 3000);
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
