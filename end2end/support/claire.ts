// Claire, an agent, at work in Request Tracker's own pages, in a browser of her own.

import { expect, type Browser, type Page } from "@playwright/test";

/** Request Tracker compiles each of its pages the first time, and loads the history of a ticket after the page. */
const PATIENCE = 30_000;

/** Signed in, in French as her browser asks. */
export async function claire(browser: Browser, tracker: string): Promise<Claire> {
  // With JavaScript, whatever the way of the resident's browser: Request Tracker needs it.
  const window = { viewport: { width: 1280, height: 1000 }, javaScriptEnabled: true };
  const context = await browser.newContext({ locale: "fr-FR", ...window });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(tracker);
  await page.locator("input[name=user]").fill("claire");
  await page.locator("input[name=pass]").fill("claire-password");
  await page.locator("input[type=submit]").click();
  await expect(page).toHaveTitle(/RT/, { timeout: PATIENCE });
  return new Claire(page, tracker);
}

/** What she does. */
export class Claire {
  constructor(
    private readonly page: Page,
    private readonly tracker: string,
  ) {}

  /** Looks for the tickets of the queue that nobody answered, and opens the only one. */
  async opens(subject: string): Promise<void> {
    const query = encodeURIComponent("Queue = 'Démarches' AND Status = 'new'");
    await this.page.goto(`${this.tracker}/Search/Results.html?Query=${query}`);
    await this.page.getByRole("link", { name: subject }).first().click();
    await expect(this.page).toHaveTitle(new RegExp(subject), { timeout: PATIENCE });
  }

  /** Number of the ticket that she has before her. */
  number(): string {
    return new URL(this.page.url()).searchParams.get("id") ?? "";
  }

  /** Answers the resident; the ticket then has this status. */
  async answers(words: string, status: string): Promise<void> {
    await this.writes("Respond", words, status);
  }

  /** Notes something that residents never see. */
  async notes(words: string): Promise<void> {
    await this.writes("Comment", words, "");
  }

  /** Reads these words in the ticket. */
  async reads(words: string): Promise<void> {
    await this.page.goto(`${this.tracker}/Ticket/Display.html?id=${this.number()}`);
    await expect(this.page.locator("body")).toContainText(words, { timeout: PATIENCE });
  }

  private async writes(action: string, words: string, status: string): Promise<void> {
    const id = this.number();
    await this.page.goto(`${this.tracker}/Ticket/Update.html?Action=${action}&id=${id}`);
    const editor = this.page.frameLocator("iframe.cke_wysiwyg_frame").locator("body");
    await editor.click();
    await this.page.keyboard.insertText(words);
    await expect(editor).toContainText(words);
    // A list of the page's own stands in front of it.
    await this.page.locator("select[name=Status]").selectOption(status, { force: true });
    await this.page.locator("input[name=SubmitTicket]").click();
    await expect(this.page).toHaveURL(/Display\.html/, { timeout: PATIENCE });
    await expect(this.page.locator("body")).toContainText(words, { timeout: PATIENCE });
  }

  /** Leaves. */
  async leaves(): Promise<void> {
    await this.page.context().close();
  }
}
