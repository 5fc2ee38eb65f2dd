// Every page and every state of a page, one after the other, for the checks that hold everywhere.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { addItem, fill, formOf, goOn, LONG_NAME, saveItem, stepOf } from "./form.ts";
import { CHILDREN, type Business } from "./procedures.ts";
import { act, type Language, open } from "./visit.ts";

/** What is done on each state; its name tells where one is. */
export type Look = (state: string) => Promise<void>;

/** Addresses, after the language, of the pages that need nothing before them. */
export const PAGES = {
  home: "",
  procedures: "/demarches",
  "search with results": "/demarches?q=naissance",
  "search without result": "/demarches?q=zzzzzz",
  themes: "/themes",
  procedure: "/demarches/acte-de-naissance",
  "open a request": "/suivi",
  help: "/aide",
  accessibility: "/accessibilite",
  privacy: "/donnees-personnelles",
  legal: "/mentions-legales",
  "site map": "/plan-du-site",
  "unknown page": "/nulle-part",
} as const;

/** Pages without a draft, then the form that opens a request, empty and refused. */
export async function walkPages(page: Page, language: Language, look: Look): Promise<void> {
  for (const [name, address] of Object.entries(PAGES)) {
    await open(page, `/${language}${address}`);
    await look(name);
  }
  await open(page, `/${language}/suivi`);
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  await look("open a request, nothing typed");
  await fill(page, { code: "ACDE-FGHJ-KMNA", proof: "email" });
  await goOn(page);
  await fill(page, { code: "ACDE-FGHJ-KMNA", proof: "email" });
  await goOn(page);
  await look("open a request, no such request");
}

/** One procedure: each step empty, refused and filled, the review, the receipt, the request. */
export async function walkProcedure(page: Page, business: Business, language: Language, look: Look): Promise<void> {
  await open(page, `/${language}/demarches/${business.id}`);
  await act(page, () => page.locator("main form button").click());
  const review = page.url().replace(/\/etapes\/.*/, "/verification");
  let isFirst = true;
  while (stepOf(page)) {
    const step = `${business.id}, ${stepOf(page)}`;
    await look(step);
    if (await page.locator("#liste").count()) await walkList(page, step, look);
    else await walkStep(page, step, business, look);
    if (isFirst) {
      const address = page.url();
      await open(page, review);
      await look(`${business.id}, review of an unfinished form`);
      await open(page, review.replace("/verification", "/effacer"));
      await look(`${business.id}, erasing`);
      await open(page, address);
      isFirst = false;
    }
  }
  await look(`${business.id}, review`);
  await act(page, () => page.locator("#send-form button").click());
  await look(`${business.id}, receipt`);
  await act(page, () => page.locator("main a[href*='/demandes/']").first().click());
  await look(`${business.id}, request`);
  await open(page, review);
  await look(`${business.id}, already sent`);
}

async function walkStep(page: Page, step: string, { answers }: Business, look: Look): Promise<void> {
  const address = page.url();
  const file = formOf(page).locator("input[type=file]:visible").first();
  if (await file.count()) {
    const ending = (await file.getAttribute("accept"))?.split(",")[0];
    await file.setInputFiles({
      name: `${LONG_NAME}${ending}`,
      mimeType: "application/octet-stream",
      buffer: Buffer.from("not what the name says"),
    });
    await act(page, () => page.locator("button[value^='add:']:visible").first().click());
    await expect(page.locator("#error-summary")).toBeFocused();
    await look(`${step}, refused file`);
  } else {
    await goOn(page);
    if (await page.locator("#error-summary").count()) await look(`${step}, nothing typed`);
    else await open(page, address);
  }
  await fill(page, answers);
  await look(`${step}, filled`);
  await goOn(page);
  if (page.url().includes("suite=questions")) {
    await fill(page, answers);
    await look(`${step}, more questions`);
    await goOn(page);
  }
  await expect(page.locator("#error-summary"), `${step} was refused`).toHaveCount(0);
}

async function walkList(page: Page, step: string, look: Look): Promise<void> {
  await act(page, () => formOf(page).locator("a[href$='/nouveau']").click());
  await look(`${step}, new item`);
  await goOn(page);
  await look(`${step}, item, nothing typed`);
  await fill(page, CHILDREN[0]);
  await look(`${step}, item, filled`);
  await saveItem(page, CHILDREN[0]);
  await addItem(page, CHILDREN[1]);
  await look(`${step}, two items`);
  await goOn(page);
}

/** A draft that its holder erased. */
export async function walkErased(page: Page, { id }: Business, language: Language, look: Look): Promise<void> {
  await open(page, `/${language}/demarches/${id}`);
  await act(page, () => page.locator("main form button").click());
  const step = page.url();
  await open(page, step.replace(/\/etapes\/.*/, "/effacer"));
  await act(page, () => page.locator("main form button").click());
  await open(page, step);
  await look("erased draft");
}
