// The three engines on the ways to write: who helps, what a complaint takes along, what was not clear, the question by e-mail.

import { expect, test } from "../fixtures.ts";
import { fill, formOf, goOn } from "../support/form.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { BIRTH } from "../support/procedures.ts";
import { delivered, grants, send } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can ask, complain and be helped first, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const [apart, posts] = [new Apart(), new Posts()];
    try {
      await apart.open(await posts.open(apart.folder));
      const at = (path: string) => open(page, `${apart.origin}/${language}${path}`);
      await at("/aide");
      await act(page, () => page.locator(".page-clear button[value=no]").click());
      await look("what was not understood");
      await formOf(page).locator("[name=comment]").fill("Je veux mourir");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("who helps, in an opinion");
      await at("/demarches/poser-une-question");
      await act(page, () => page.locator("main form button").click());
      await fill(page, { question: "Odeur de gaz dans la cour" });
      await goOn(page);
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("who helps, in a form");
      await send(page, apart, BIRTH, language);
      const number = await delivered(page, apart);
      await open(page, page.url().replace(/\/recepisse.*$/, ""));
      await act(page, () => page.locator("main a[href$='/reclamation']").click());
      await look("what a complaint takes along");
      await act(page, () => formOf(page).locator("button[value=carry]").click());
      await look("a complaint, filled in from the request");
      await grants(apart, number);
      await open(page, `${apart.origin}${await posts.linkToOpinion()}`);
      await look("the question by e-mail");
      await act(page, () => page.locator("main button[value=later]").click());
      await look("a reminder is planned");
      verdict();
    } finally {
      await posts.close();
      await apart.close();
    }
  });
