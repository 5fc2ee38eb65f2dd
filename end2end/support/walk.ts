// Every page and every state of a page, one after the other, for the checks that hold everywhere.

import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { addItem, fill, formOf, goOn, LONG_NAME, saveItem, stepOf } from "./form.ts";
import { BIRTH, CHILDREN, PROBLEM, SCHOOL, type Business } from "./procedures.ts";
import { act, type Language, open } from "./visit.ts";

/** What is done on each state, of the page or of another one; its name tells where one is. */
export type Look = (state: string, where?: Page) => Promise<void>;

/** Addresses, after the language, of the pages that need nothing before them. */
export const PAGES = {
  home: "",
  procedures: "/demarches",
  "search with results": "/demarches?q=naissance",
  "search without result": "/demarches?q=zzzzzz",
  themes: "/themes",
  procedure: "/demarches/acte-de-naissance",
  "open a request": "/suivi",
  "go on with a code": "/reprendre",
  "opinion of a place": "/lieux/mairie/votre-avis",
  "poster of a place": "/lieux/mairie/affiche",
  "is a page clear": "/pages/aide/votre-avis",
  "ways to write": "/nous-ecrire",
  "opinion given": "/votre-avis",
  quality: "/qualite",
  "quality of a procedure": "/qualite/demarches/acte-de-naissance",
  help: "/aide",
  accessibility: "/accessibilite",
  privacy: "/donnees-personnelles",
  legal: "/mentions-legales",
  "site map": "/plan-du-site",
  leaving: "/terminer",
  left: "/termine",
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
  const code = unknownCode();
  await fill(page, { code: code.slice(0, -1), proof: "email" });
  await goOn(page);
  await look("open a request, a slip in the code");
  await fill(page, { code, proof: "email" });
  await goOn(page);
  await look("open a request, no such request");
  await open(page, `/${language}/reprendre`);
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  await look("go on with a code, nothing typed");
  await fill(page, { code: "bababa-bababa-bababa" });
  await goOn(page);
  await look("go on with a code, no such code");
}

/** A code that could exist and does not; another for each walk, since wrong tries of one code are limited. */
function unknownCode(): string {
  const signs = "23456789ACDEFGHJKMNPQRTUVWXYZ";
  const ranks = Array.from({ length: 11 }, () => Math.floor(Math.random() * signs.length));
  const sum = ranks.reduce((sum, rank, place) => sum + rank * (12 - place), 0);
  const check = (signs.length - (sum % signs.length)) % signs.length;
  return [...ranks, check].map((rank) => signs[rank]).join("");
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
      await open(page, review.replace("/verification", "/transmettre"));
      await look(`${business.id}, draft to hand over`);
      await open(page, address);
      isFirst = false;
    }
  }
  await look(`${business.id}, review`);
  await act(page, () => page.locator("#send-form button").click());
  await look(`${business.id}, receipt`);
  await act(page, () => page.locator("main a[href*='/demandes/']").first().click());
  await look(`${business.id}, request`);
  await walkFollowUp(page, business, look);
  await open(page, review);
  await look(`${business.id}, already sent`);
}

/** What one does about the request shown: writing, with a mistake and a file, then withdrawing. */
async function walkFollowUp(page: Page, { id }: Business, look: Look): Promise<void> {
  const request = page.url();
  await open(page, `${request}/transmettre`);
  if (id === BIRTH.id) await walkHandOver(page, `${id}, request handed over`, look);
  // The one that is also walked from right to left.
  if (id === SCHOOL.id) await walkNotices(page, request, look);
  await open(page, request);
  await act(page, () => page.locator("main a[href$='/messages']").first().click());
  await look(`${id}, messages`);
  await goOn(page);
  await look(`${id}, messages, nothing typed`);
  await fill(page);
  await look(`${id}, messages, with a file`);
  await goOn(page);
  await look(`${id}, messages, one sent`);
  await open(page, `${page.url().split("?")[0]}?objet=reclamation`);
  await look(`${id}, complaint`);
  await open(page, request);
  await look(`${id}, request with a message`);
  await act(page, () => page.locator("main a[href$='/dossier']").click());
  await look(`${id}, whole record`);
  await open(page, request);
  await act(page, () => page.locator("main a[href$='/retrait']").click());
  await look(`${id}, withdrawal`);
  await fill(page);
  await goOn(page);
  await look(`${id}, withdrawn`);
  await open(page, `${request}/retrait`);
  await look(`${id}, withdrawal, too late`);
  await open(page, `${request}/messages`);
  await look(`${id}, messages of an ended request`);
}

/** How one is told, on a portal without text messages. */
async function walkNotices(page: Page, request: string, look: Look): Promise<void> {
  await open(page, `${request}/avis`);
  await look("notices");
  await fill(page, { way: "email", email: "lea.martin@" });
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  await look("notices, a slip in the address");
  await fill(page, { way: "nothing", email: "" });
  await goOn(page);
  await look("notices, nothing wanted");
}

/** A code given from the page shown, used by nobody, then revoked. */
async function walkHandOver(page: Page, state: string, look: Look): Promise<void> {
  const list = page.url();
  await look(state);
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  await look(`${state}, nothing chosen`);
  await fill(page);
  await goOn(page);
  await look(`${state}, code`);
  const code = page.url();
  await open(page, list);
  await look(`${state}, one code`);
  await act(page, () => page.locator(".hand-overs form button").click());
  await look(`${state}, revoked`);
  await open(page, code);
  await look(`${state}, code that ended`);
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
  if (page.url().includes("suite=")) {
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
  await act(page, () => formOf(page).locator("button[value^='remove:']").last().click());
  await look(`${step}, one item removed`);
  await act(page, () => formOf(page).locator("button[value='restore']").click());
  await expect(formOf(page).locator(".items__item")).toHaveCount(2);
  await goOn(page);
}

/** Forms that cannot be read, weigh too much or go to the wrong address; one page in two tabs. */
export async function walkMishaps(page: Page, context: BrowserContext, look: Look): Promise<void> {
  const send = async (change: (form: HTMLFormElement) => void, status: number, state: string) => {
    await open(page, "/fr/suivi");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator("#step-form").evaluate(
      (form: HTMLFormElement, change) => {
        (new Function("form", change) as (form: HTMLFormElement) => void)(form);
        // Not through the page's own code: an ordinary page load.
        HTMLFormElement.prototype.submit.call(form);
      },
      `(${change})(form)`,
    );
    expect((await answer).status(), state).toBe(status);
    await expect(page.locator("html")).toHaveAttribute("data-ready", /\d/);
    await look(state);
  };
  await send((form) => (form.enctype = "text/plain"), 422, "a form that cannot be read");
  await send((form) => (form.querySelector("input")!.value = "x".repeat(300_000)), 413, "a form too heavy");
  await send((form) => (form.action = "/fr/aide"), 405, "a form for another address");

  await open(page, `/fr/demarches/${PROBLEM.id}`);
  await act(page, () => page.locator("main form button").click());
  await fill(page, PROBLEM.answers);
  await goOn(page);
  const other = await context.newPage();
  await open(other, page.url());
  await fill(other, { place: "3 rue du Lavoir" });
  await goOn(other);
  await other.close();
  await fill(page, { place: "9 place du Marché" });
  await goOn(page);
  await expect(page.locator("#error-summary")).toContainText("3 rue du Lavoir");
  await look("one page saved in two tabs");
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
