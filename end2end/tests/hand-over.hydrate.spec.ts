// A scanned code: it fills its field and leaves the address, and a slip is told before anything is sent.

import { expect, test } from "../fixtures.ts";
import { formOf } from "../support/form.ts";
import { open } from "../support/visit.ts";

const CODE = "bakoti-morafi-lidaja";

test("the code of a scanned address goes into the field and out of the address", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, `/fr/reprendre#${CODE}`);
  await expect(formOf(page).locator("[name=code]")).toHaveValue(CODE);
  await expect(page).toHaveURL(/\/fr\/reprendre$/);
  expect(asked.filter((url) => new URL(url).pathname.includes(CODE))).toEqual([]);
});

test("the fragment of a skip link is no code", async ({ page }) => {
  await open(page, "/fr/reprendre#contenu");
  await expect(formOf(page).locator("[name=code]")).toHaveValue("");
});

test("a wrong letter is told when one leaves the field", async ({ page }) => {
  await open(page, "/fr/reprendre");
  const field = formOf(page).locator("[name=code]");
  await field.fill("bakoti-morafi-lidajo");
  await field.blur();
  await expect(formOf(page)).toContainText("une lettre est fausse");
});
