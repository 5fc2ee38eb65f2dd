// Whether a page is clear is asked below everything else: a skip link leads there, so that the way is short on every page.
// Every key is counted, from the top of the document to thanks.

import { expect, test } from "../fixtures.ts";
import { Keyboard } from "../support/keyboard.ts";
import { LANGUAGES, type Language, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** Most presses. */
const MOST = 8;

/** Pages with few links and with many, with a search and without. */
const READ = ["", "/demarches", "/demarches/acte-de-naissance", "/lieux/mairie", "/qualite", "/aide", "/accessibilite"];

/** Both windows, and from right to left in the narrow one. */
const WAYS: { window: (typeof WINDOWS)[number]; language: Language }[] = [
  ...WINDOWS.map((window) => ({ window, language: "fr" as const })),
  { window: WINDOWS[0], language: "ar" },
];

for (const { window, language } of WAYS)
  test(`a page is clear in ${MOST} presses, ${window.width} px, ${language}`, async ({ page }, { project }) => {
    await page.setViewportSize(window);
    for (const address of READ) {
      await open(page, `/${language}${address}`);
      await expect(page.locator("html")).toHaveAttribute("dir", LANGUAGES[language].dir);
      const keyboard = new Keyboard(page);
      await keyboard.tabTo("the link to the question", ({ href }) => href === "#page-claire");
      await keyboard.press("Enter");
      const { value } = await keyboard.tab();
      expect(value, "the first stop after the question").toBe("yes");
      await keyboard.activate();
      await expect(page).toHaveURL(/\/votre-avis(#titre)?$/);
      console.log(
        `"${address || "/"}" is clear, keyboard only, ${project.name}, ${window.width} px, ${language}: ${keyboard.keys} presses`,
      );
      expect(keyboard.keys, address).toBeLessThanOrEqual(MOST);
    }
  });
