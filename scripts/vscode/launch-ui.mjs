// @ts-nocheck Parts of it run in the page, whose types must not leak into the rest of the project.
// Opens a folder in VS Code with the extension under development and hands out a Playwright page, for what only the
// screen shows: squiggles, hovers, widgets, webviews. Behaviour that the vscode API can assert belongs in extension tests.
import path from "node:path";
import { launchBrowser, startServer, workbenchUrl } from "./lib/vscode.mjs";

export { exitOnSignals } from "./lib/vscode.mjs";

/**
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.file]  a file of the folder, opened at once
 * @param {string} [options.extensionDevelopmentPath]
 * @param {string} [options.extensionsDir]  with installed extensions
 * @param {Record<string, unknown>} [options.settings]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {string} [options.language]  of the editor, such as `zh-cn`; VS Code's own texts stay English, extensions follow
 * @param {"light" | "dark"} [options.colorScheme]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.trustWorkspace]  false: VS Code asks, as it asks a user
 */
export async function launchUi({
  folder,
  file,
  extensionDevelopmentPath,
  extensionsDir,
  settings,
  viewport = { width: 1100, height: 700 },
  trustWorkspace,
  language,
  colorScheme = "light",
  env = process.env,
}) {
  const server = await startServer({ settings, trustWorkspace, env, extensionsDir });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    server.stop();
  };
  try {
    const page = await browser.newPage({ viewport, colorScheme });
    if (language) await page.addInitScript(setLanguage, language);
    page.setDefaultTimeout(60_000); // the first paint of a cold workbench on a busy machine takes its time
    const opened = file && path.join(folder, file);
    await page.goto(
      workbenchUrl(server, {
        folder,
        file: opened,
        extensionDevelopmentPaths: extensionDevelopmentPath ? [extensionDevelopmentPath] : [],
      }),
    );
    await page.waitForFunction(() => /** @type {any} */ (globalThis).driver?.whenWorkbenchRestored);
    await page.evaluate(() => /** @type {any} */ (globalThis).driver.whenWorkbenchRestored());
    if (file) await activeTab(page, file).waitFor();
    return { page, server, close, ...actions(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the page, before the workbench, which asks this variable for its language. */
export function setLanguage(language) {
  globalThis._VSCODE_NLS_LANGUAGE = language;
}

const MOST_TRIES = 12;
const ENTRY_TIMEOUT_MS = 5_000;

/** What a user does, in the words of a user. Wait for what you expect; never sleep. */
function actions(/** @type {import('playwright-core').Page} */ page) {
  const input = page.locator(".quick-input-widget input.input");
  const choices = page.locator(".quick-input-widget .quick-input-list .monaco-list-row");

  return {
    /** Opens a file of the folder by its name. */
    async openFile(/** @type {string} */ name) {
      await page.keyboard.press("ControlOrMeta+P");
      await input.fill(name);
      await choices.filter({ hasText: name }).first().click();
      await activeTab(page, name).waitFor();
    },

    /** Runs a command by its title in the command palette. */
    async runCommand(/** @type {string} */ title) {
      const entry = choices.filter({ hasText: title }).first();
      // The palette lists what was known when it opened, and an extension's commands come a moment after the workbench.
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        await page.keyboard.press("F1");
        await input.fill(`>${title}`);
        const isThere = await entry.waitFor({ timeout: ENTRY_TIMEOUT_MS }).then(
          () => true,
          () => false,
        );
        if (isThere) break;
        await page.keyboard.press("Escape");
      }
      await entry.click();
    },

    /** Picks an entry of the quick pick on screen. */
    async pick(/** @type {string} */ label) {
      await choices.filter({ hasText: label }).first().click();
    },

    /** Types into the input box on screen and confirms it. */
    async answer(/** @type {string} */ text) {
      await input.fill(text);
      await page.keyboard.press("Enter");
    },

    /** Rests the mouse on a piece of text in the editor; gives the hover, whose parts arrive one by one. */
    async hover(/** @type {string} */ text) {
      const { x, y } = await pointOf(page, text);
      await page.mouse.move(x - 2, y);
      await page.mouse.move(x, y);
      return page.locator(".monaco-hover:not(.hidden)").filter({ hasNotText: "Loading..." }).first();
    },

    /** Puts the cursor on a piece of text in the editor. */
    async putCursorOn(/** @type {string} */ text) {
      const { x, y } = await pointOf(page, text);
      await page.mouse.click(x, y);
      await page.mouse.move(0, 0); // no hover shall open and take the keys
    },

    /** Opens the quick fixes at the cursor. The light bulb says that VS Code has them. */
    async openQuickFixes() {
      await page
        .locator('[class*="codicon-gutter-lightbulb"], .lightBulbWidget')
        .filter({ visible: true })
        .first()
        .waitFor();
      await page.keyboard.press("ControlOrMeta+.");
      await page.locator(".action-widget").first().waitFor();
    },

    /** Opens the quick fixes at the cursor and takes one. */
    async takeQuickFix(/** @type {string} */ title) {
      await this.openQuickFixes();
      await page.locator(".action-widget").getByText(title).first().click();
    },

    /** The text on screen of the active editor; long files are only drawn as far as they are visible. */
    async editorText() {
      const lines = await page.locator(".editor-group-container.active .view-line").evaluateAll((nodes) =>
        nodes
          .map((node) => ({ top: node.getBoundingClientRect().top, text: node.textContent ?? "" }))
          .sort((a, b) => a.top - b.top)
          .map((line) => line.text.replaceAll("\u00a0", " ")),
      );
      return lines.join("\n");
    },

    /** The squiggles of one severity in the active editor. */
    squiggles(/** @type {'error' | 'warning' | 'info' | 'hint'} */ severity) {
      return page.locator(`.editor-group-container.active .squiggly-${severity}`);
    },
  };
}

function activeTab(/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name) {
  return page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`);
}

/** The middle of the first occurrence of a text in the editor, in page coordinates. */
async function pointOf(/** @type {import('playwright-core').Page} */ page, /** @type {string} */ text) {
  const handle = await page.waitForFunction((wanted) => {
    for (const line of document.querySelectorAll(".editor-group-container.active .view-line")) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? "").replaceAll("\u00a0", " ").indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return undefined;
  }, text);
  const point = await handle.jsonValue();
  if (!point) throw new Error(`"${text}" is not on screen.`);
  return point;
}
