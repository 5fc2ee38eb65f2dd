// No time suits: one waits, is told of the first one that becomes free, and takes it, or lets it go to the next one.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { card, confirm, look, PASSPORT, tell } from "../support/booking.ts";
import { elsewhere } from "../support/hand-over.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";
import { closeEveryDayBut, enter, opens, toTheList, waits, wish } from "../support/waiting.ts";

test.describe.configure({ timeout: 120_000 });

const heading = (page: Page) => page.locator("h1");
const LINK = /\/\w+(?:-\w+)?\/attente\/[\w-]+/;

for (const window of WINDOWS)
  test.describe(`${window.width} px`, () => {
    test.use({ viewport: window });

    test("whoever waits is told, and takes the time on their phone", async ({ page, browser, wasm }) => {
      const [apart, posts] = [new Apart(), new Posts()];
      try {
        await apart.open(await posts.open(apart.folder));
        await closeEveryDayBut(apart);
        await look(page, apart, PASSPORT);
        await expect(page.locator("#horaires")).toHaveText("Aucun horaire n’est libre pour le moment");
        await expectNoSidewaysScroll(page, "no time");
        await toTheList(page, apart);
        await expectNoSidewaysScroll(page, "form of the list");
        // What is missing is told, and what was typed stays.
        await page.locator("[name=parts][value=morning]").check();
        await page.locator("[name=way][value=email]").check();
        await enter(page);
        await expect(page.locator("#error-summary")).toContainText("e-mail");
        await expect(page.locator("[name=parts][value=morning]")).toBeChecked();
        await wish(page, { way: "email", email: "lea.martin@example.org" });
        await enter(page);
        await expect(heading(page)).toHaveText("Vous êtes sur la liste d’attente");
        await expect(page.locator("main")).toContainText("Personne n’attend avant vous");
        await expectNoSidewaysScroll(page, "place on the list");
        const told = () => posts.letters.flatMap(({ message }) => LINK.exec(message) ?? []);
        await expect.poll(() => told().length, { timeout: 30_000 }).toBe(1);

        await opens(apart);
        // The portal reads events every ten seconds.
        await expect.poll(() => told().length, { timeout: 40_000 }).toBe(2);
        const context = await elsewhere(browser, wasm);
        try {
          const phone = await context.newPage();
          await phone.setViewportSize(window);
          await open(phone, apart.origin + told()[1]);
          await expect(heading(phone)).toHaveText("Un horaire est libre pour vous");
          await expectNoSidewaysScroll(phone, "offer");
          await act(phone, () => phone.locator("button[value=take]").click());
          await tell(phone, PASSPORT.answers);
          await confirm(phone);
          await expect(card(phone)).toContainText("10 h");
        } finally {
          await context.close();
        }
        await open(page, page.url().replace(/#.*/, ""));
        await expect(heading(page)).toHaveText("Vous avez pris un horaire");
        await expectNoSidewaysScroll(page, "time taken");
      } finally {
        await apart.close();
        posts.close();
      }
    });

    test("a time that is let go is offered to the next one, in Arabic", async ({ page, browser, wasm }) => {
      const apart = new Apart();
      try {
        await apart.open();
        const contact = { email: "lea.martin@example.org" };
        const first = await waits(page, apart, contact, "ar");
        const context = await elsewhere(browser, wasm);
        try {
          const other = await context.newPage();
          await other.setViewportSize(window);
          const second = await waits(other, apart, contact, "ar");
          await expect(other.locator("main")).toContainText("ينتظر قبلكم شخص واحد");
          await opens(apart);
          await open(page, first);
          await expect(heading(page)).toHaveText("هناك موعد متاح لكم");
          await act(page, () => page.locator("button[value=decline]").click());
          await expect(heading(page)).toHaveText("أنتم على قائمة الانتظار");
          await open(other, second);
          await expect(heading(other)).toHaveText("هناك موعد متاح لكم");
          await expectNoSidewaysScroll(other, "offer");
          await act(other, () => other.locator("button[value=leave]").click());
          await expect(heading(other)).toHaveText("لقد غادرتم قائمة الانتظار");
        } finally {
          await context.close();
        }
      } finally {
        await apart.close();
      }
    });
  });
