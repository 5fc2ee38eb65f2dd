// What a screen reader says while one follows a request, page by page, compared with what was reviewed
// (end2end/transcripts/). Everything in French; in the other languages what the service and the resident do together.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { attach, fill, formOf, goOn, PDF } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH, PROBLEM } from "../support/procedures.ts";
import { Reader } from "../support/read-aloud.ts";
import { comes, delivered, follow, send } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

test.describe.configure({ timeout: 240_000 });

/** In thirty days where the town is, as `parvis-backoffice` wants it: the words for the days left stay the same. */
function due(): string {
  const day = new Date(Date.now() + 30 * 86_400_000);
  return day.toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
}

/** One resident, one agent, one request, one language. */
class Story {
  readonly apart = new Apart();
  readonly reader: Reader;
  number = "";
  request = "";

  constructor(
    readonly page: Page,
    readonly language: string,
    folder = language,
  ) {
    this.reader = new Reader(folder);
  }

  async agent(...words: string[]): Promise<void> {
    await this.apart.agent(...words, "--agent", "Nadia");
  }

  /** The page of the request, or one below it. */
  async opens(below = ""): Promise<void> {
    await open(this.page, `${this.request}${below}`);
  }

  async reads(state: string): Promise<void> {
    await this.reader.reads(this.page, state);
  }

  /** The same for the pages that are kept in French only. */
  async readsInFrench(state: string): Promise<void> {
    if (this.language === "fr") await this.reads(state);
  }

  async sends(): Promise<void> {
    const { page, apart, language } = this;
    await apart.open();
    const code = await send(page, apart, BIRTH, language);
    this.number = await delivered(page, apart);
    await this.readsInFrench("receipt");
    await page.context().clearCookies();
    await follow(page, apart, BIRTH, code, language);
    this.request = page.url();
    await this.opens();
    await this.reads("request-received");
  }

  async writes(): Promise<void> {
    const { page } = this;
    await this.opens("/messages");
    await this.reads("messages-none");
    await goOn(page);
    await this.reads("messages-refused");
    await page.locator("#f-text").fill("Il manque le nom de ma mère.");
    await attach(page, "files", PDF);
    await goOn(page);
    await comes(page, ".thread__message:not([id^='m-attente'])");
    await this.reads("messages-sent");
    await this.agent("write", this.number, "--text", "Merci, c’est noté.", "--language", "fr");
    await this.opens();
    await comes(page, ".notice a[href$='/messages']");
    await this.reads("request-answered");
    await this.opens("/messages");
    await this.reads("messages-answered");
  }

  async handsOver(): Promise<void> {
    const { page } = this;
    await this.opens("/avis");
    await this.reads("notices");
    await this.opens("/transmettre");
    await this.reads("hand-over");
    await fill(page, { purpose: "helper", scope: "act", life: "hour" });
    await goOn(page);
    await open(page, page.url());
    await this.reads("hand-over-code");
    // Not in what the service reads afterwards.
    await this.opens("/transmettre");
    await act(page, () => page.locator("main form[action*='/transmettre/'] button").click());
  }

  async isAsked(): Promise<void> {
    const { page } = this;
    await this.agent(
      ...["ask", this.number, "--due", due(), "--language", "fr", "--text", "Il manque deux choses."],
      ...["--wrong", "copies:outdated:Deux au plus.", "--document", "Justificatif:Pour vérifier.:Facture;Quittance"],
    );
    await this.opens();
    await comes(page, "form[action$='/correction'] .button:not(.button--secondary)");
    await this.reads("request-to-do");
    if (this.language === "fr") await this.corrects();
    await this.opens("/documents");
    await this.reads("documents");
    await goOn(page);
    await this.reads("documents-refused");
    const key = (await formOf(page).locator("input[type=file]").getAttribute("name")) ?? "";
    await attach(page, key, PDF);
    await open(page, page.url());
    await this.reads("documents-chosen");
    await goOn(page);
    const given = page.url();
    await expect(async () => expect(await this.apart.agent("show", this.number)).toContain("given")).toPass();
    await open(page, given);
    await this.reads("documents-sent");
  }

  private async corrects(): Promise<void> {
    const { page } = this;
    const portal = new URL(page.url()).origin;
    await open(page, `${portal}/fr`);
    await this.reads("home-to-do");
    await this.opens();
    await act(page, () => page.locator("main form[action$='/correction'] button").first().click());
    await open(page, page.url());
    await this.reads("correction-begun");
    await act(page, () => page.locator(".summary a[href*='/etapes/document']").click());
    await formOf(page).locator("[name=copies]").fill("1");
    await goOn(page);
    await open(page, page.url());
    await this.reads("correction-changed");
    await act(page, () => page.locator("#send-form button").click());
    await expect(async () => expect(await this.apart.agent("show", this.number)).toContain("after:  1")).toPass();
  }

  async isRefused(): Promise<void> {
    await this.agent("close", this.number, "--outcome", "rejected", "--reason", "Acte introuvable.", "--language", "fr");
    await this.opens();
    await comes(this.page, "#decision");
    await this.reads("request-refused");
    await this.opens("/dossier");
    await this.readsInFrench("record");
  }
}

for (const language of ["fr", "ar", "en", "falc"])
  test(`following a request reads well, ${language}`, async ({ page }) => {
    const story = new Story(page, language);
    try {
      await story.sends();
      await story.writes();
      if (language === "fr") await story.handsOver();
      await story.isAsked();
      await story.isRefused();
      story.reader.verdict();
    } finally {
      await story.apart.close();
    }
  });

test("opening a request and withdrawing it read well", async ({ page }) => {
  const { apart, reader } = new Story(page, "fr", "fr-open-and-withdraw");
  try {
    await apart.open();
    await open(page, `${apart.origin}/fr/suivi`);
    await reader.reads(page, "open-a-request");
    await goOn(page);
    await reader.reads(page, "open-a-request-refused");
    await send(page, apart, PROBLEM);
    await delivered(page, apart);
    const request = page.url().replace(/\/recepisse.*/, "");
    await open(page, `${request}/retrait`);
    await reader.reads(page, "withdrawal");
    await fill(page);
    await goOn(page);
    await comes(page, "h1:has-text('Retirée à votre demande')");
    await reader.reads(page, "withdrawn");
    reader.verdict();
  } finally {
    await apart.close();
  }
});
