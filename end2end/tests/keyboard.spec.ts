// The birth certificate with nothing but a keyboard: each thing that has the focus shows it, nothing traps it, and
// the number of keys is told.

import { expect, test } from "../fixtures.ts";
import { stepOf } from "../support/form.ts";
import { Keyboard } from "../support/keyboard.ts";
import { BIRTH } from "../support/procedures.ts";
import { open } from "../support/visit.ts";

test.describe.configure({ timeout: 150_000 });

test("a resident asks for a birth certificate with the keyboard only", async ({ page }, { project }) => {
  const keyboard = new Keyboard(page);
  await open(page, "/fr");
  await keyboard.follow(`/demarches/${BIRTH.id}`);
  await keyboard.push("the button that begins");
  let questions = 0;
  let pages = 0;
  while (stepOf(page)) {
    expect((pages += 1), "the form ends").toBeLessThan(20);
    questions += await keyboard.complete({ ...BIRTH.answers, copies: "2" });
  }
  await keyboard.push("the button that sends");
  await expect(page.locator(".tracking-code")).toBeVisible();
  console.log(`keyboard only, ${project.name}: ${keyboard.keys} keys, ${questions} controls, ${pages + 4} pages`);
});
