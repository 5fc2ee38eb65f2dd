// Fills any form of the catalogue from the page's own HTML: by the kind of each control a person sees, except
// where a test says what to answer.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { act } from "./visit.ts";

/** Answers by name of control: `email`, `requester_birth_date.day`; the value of a choice. */
export type Answers = Readonly<Record<string, string>>;

/** A name as scanners make them: one long word, which a narrow window does not hold in one line. */
export const LONG_NAME = "justificatif_de_domicile_facture_d_electricite_octobre_2026";

/** The smallest PDF that says what it is. */
export const PDF = {
  name: `${LONG_NAME}.pdf`,
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
};

/** A picture of one pixel. */
export const PNG = {
  name: `${LONG_NAME}.png`,
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** What one answers to a control whose name ends so. */
export const BY_ENDING: Answers = {
  ".day": "27",
  ".month": "3",
  ".year": "1985",
  ".family_name": "Martin",
  ".given_names": "Léa Marie",
  ".line1": "12 rue des Tilleuls",
  ".postal_code": "99120",
  ".city": "Ardane-les-Tilleuls",
};

type Control = { name: string; type: string; numeric: boolean; accept: string; values: string[] };

/** Controls of the form that a person sees, choices of one name together, in the order of the page. */
export async function controls(form: Locator): Promise<Control[]> {
  return form.locator("input, textarea").evaluateAll((elements) => {
    const seen = new Map<string, Control>();
    for (const element of elements as (HTMLInputElement | HTMLTextAreaElement)[]) {
      if (element.type === "hidden" || !element.checkVisibility()) continue;
      const known = seen.get(element.name);
      if (known) known.values.push(element.value);
      else
        seen.set(element.name, {
          name: element.name,
          type: element.type,
          numeric: element.inputMode === "numeric",
          accept: element.getAttribute("accept") ?? "",
          values: [element.value],
        });
    }
    return [...seen.values()];
  });
}

/** The form of the page. */
export const formOf = (page: Page): Locator => page.locator("#step-form");

/** Answers every question that the page shows; a choice may show more of them. */
export async function fill(page: Page, answers: Answers = {}): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const next = (await controls(formOf(page))).find((control) => !done.has(control.name));
    if (!next) return;
    done.add(next.name);
    await answer(page, next, answers[next.name]);
  }
}

async function answer(page: Page, control: Control, wanted?: string): Promise<void> {
  const all = formOf(page).locator(`[name="${control.name}"]`);
  switch (control.type) {
    case "radio":
    case "checkbox": {
      const value = wanted ?? (control.values.includes("yes") ? "yes" : control.values[0]);
      await all.and(page.locator(`[value="${value}"]`)).check();
      return;
    }
    case "file":
      await attach(page, control.name, control.accept.includes(".pdf") ? PDF : PNG);
      return;
    default:
      await all.fill(wanted ?? typed(control));
  }
}

function typed(control: Control): string {
  const ending = Object.keys(BY_ENDING).find((ending) => control.name.endsWith(ending));
  if (ending) return BY_ENDING[ending];
  if (control.name.includes(".")) return ""; // optional parts: name in use, complement, country
  if (control.type === "email") return "lea.martin@exemple.fr";
  if (control.type === "tel") return "06 39 98 12 34";
  if (control.type === "textarea") return "Il y a un trou profond devant le portail.";
  return control.numeric ? "2" : "12 rue du Lavoir";
}

/** Attaches a file with the button of its field. */
export async function attach(page: Page, key: string, file: typeof PDF): Promise<void> {
  await formOf(page).locator(`input[type=file][name="${key}"]`).setInputFiles(file);
  await act(page, () => page.locator(`button[value="add:${key}"]`).click());
}

/** Presses the main button of the form. */
export async function goOn(page: Page): Promise<void> {
  await act(page, () => formOf(page).locator("button:not(.button--secondary)").last().click());
}

/** Identifier of the step shown, or nothing elsewhere. */
export const stepOf = (page: Page): string | undefined => /\/etapes\/([^/?#]+)/.exec(page.url())?.[1];

/** Answers the step shown and goes on, also to the questions that the answers bring. */
export async function complete(page: Page, answers: Answers = {}): Promise<void> {
  const step = stepOf(page);
  for (let round = 0; round < 3; round += 1) {
    await fill(page, answers);
    await goOn(page);
    if (stepOf(page) !== step) return;
    await expect(page.locator("#error-summary"), `step ${step} was refused`).toHaveCount(0);
  }
  throw new Error(`step ${step} does not end`);
}

/** Adds an item to the list shown, and comes back to the list. */
export async function addItem(page: Page, answers: Answers): Promise<void> {
  await act(page, () => formOf(page).locator("a[href$='/nouveau']").click());
  await fill(page, answers);
  await saveItem(page, answers);
}

/** Saves the item shown, with the questions that its answers bring, and comes back to the list. */
export async function saveItem(page: Page, answers: Answers): Promise<void> {
  await goOn(page);
  if (!(await page.locator("#liste").count())) {
    await fill(page, answers);
    await goOn(page);
  }
  await expect(page.locator("#liste")).toBeVisible();
}
