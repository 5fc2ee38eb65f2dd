// How far each place is from an address that one types: one street, several to choose from, none; the nearest place comes
// first, and nothing typed is found in an address.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { choose, look, PASSPORT } from "../support/booking.ts";
import { SHARED } from "../support/sent.ts";
import { act, expectNoSidewaysScroll, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** How far the town hall is from the street of the other place, as each language says it. */
const FAR = { fr: "à environ 1,2 km à vol d’oiseau", ar: "على بُعد 1,2 كم تقريبًا في خط مستقيم" } as const;

const form = (page: Page) => page.locator("#near-form");
const places = (page: Page) => page.locator("#lieux + .time-list .time-list__button");

/** Types an address and sends it. */
async function from(page: Page, address: string): Promise<void> {
  await form(page).locator("[name=adresse]").fill(address);
  await act(page, () => form(page).locator("button").click());
}

/** The distances are shown from the street of the second place, and the address says only where about that is. */
async function isNear(page: Page, far: string): Promise<void> {
  // Only an ordinary load knows the fragment of a redirection: a page that is swapped begins at its heading.
  await expect(page).toHaveURL(/[?&]pres=47\.308,-4\.89(#lieux)?$/);
  expect(page.url()).not.toContain("avoir");
  await expect(places(page).first()).toContainText("France services");
  await expect(places(page).nth(1)).toContainText(far);
  await expect(page.locator("select[name=lieu] option").nth(2)).toContainText(far);
  await expectNoSidewaysScroll(page, "distances");
}

for (const window of WINDOWS)
  for (const language of ["fr", "ar"] as const)
    test.describe(`${window.width} px, ${language}`, () => {
      test.use({ viewport: window });

      test("a resident sees which place is near and takes its first time", async ({ page }) => {
        await look(page, SHARED, PASSPORT, language);
        await expectNoSidewaysScroll(page, "times");
        await from(page, "3 rue du Lavoir");
        await isNear(page, FAR[language]);
        await expect(form(page).locator("[name=adresse]"), "it is forgotten").toHaveValue("");
        // Another week, and one place: the distances stay.
        await act(page, () => page.locator(".times nav a[href*='semaine=']").first().click());
        await expect(places(page).nth(1)).toContainText(FAR[language]);
        await page.locator("select[name=lieu]").selectOption("mairie");
        await act(page, () => page.locator("form[method=get]:has([name=lieu]) button").click());
        await expect(places(page).nth(1)).toContainText(FAR[language]);
        await choose(page);
        await expect(page.locator(".visit-banner")).toBeVisible();
        expect(page.url()).not.toContain("pres=");
      });

      test("a resident corrects an address and chooses among streets", async ({ page }) => {
        await look(page, SHARED, PASSPORT, language);
        await from(page, "12 rue de Nulle-Part");
        await expect(page.locator("#error-summary")).toBeFocused();
        await expect(form(page).locator("[name=adresse]")).toHaveValue("12 rue de Nulle-Part");
        await expectNoSidewaysScroll(page, "unknown address");
        await from(page, "lavoir");
        await expect(page.locator("#error-summary")).toBeFocused();
        const streets = form(page).locator("input[type=radio]");
        await expect(streets).toHaveCount(2);
        await expectNoSidewaysScroll(page, "several streets");
        await streets.nth(1).check();
        await act(page, () => form(page).locator("button").click());
        await isNear(page, FAR[language]);
        await act(page, () => form(page).locator("a[href$='#lieux']").click());
        await expect(places(page).first()).toBeVisible();
        expect(page.url()).not.toContain("pres=");
        await expect(page.locator("main")).not.toContainText(FAR[language]);
      });
    });
