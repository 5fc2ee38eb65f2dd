// Navigation in place: what a link or a form does once the page is live, and when it is left to the browser.

import { expect, test } from "../fixtures.ts";
import { begin, countDocuments, goOn, menu, open, reportPlace, reportProblem, swap } from "../hydrated.ts";

test("a resident follows a link without a page load and lands on its heading", async ({ page }) => {
  await open(page, "/fr");
  const documents = countDocuments(page);
  await swap(page, () => menu(page).getByRole("link", { name: "Démarches", exact: true }).click());
  await expect(page).toHaveURL(/\/fr\/demarches$/);
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.locator("nav [aria-current=page]")).toHaveAttribute("href", "/fr/demarches");
  await expect(page.locator("main")).toHaveCount(1);
  expect(documents()).toBe(0);
});

test("a listener hears which step they are on, once, after the heading has the focus", async ({ page }) => {
  await begin(page, "signaler-un-probleme");
  await expect(page.locator("#live")).toHaveText(/^Étape 1 sur \d, Signaler un problème/);
  await expect(page.locator("h1")).toBeFocused();
});

test("going back gives the place and the focus that one left", async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 400 });
  await open(page, "/fr/plan-du-site");
  const link = page.locator("main").getByRole("link", { name: "Données personnelles" });
  await link.scrollIntoViewIfNeeded();
  await link.focus();
  const left = await page.evaluate(() => scrollY);
  await swap(page, () => link.click());
  expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(left);
  await swap(page, () => page.goBack());
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
  await expect(page).toHaveURL(/plan-du-site$/);
  await swap(page, () => page.goForward());
  await expect(page).toHaveURL(/donnees-personnelles$/);
});

test("the language, its direction and the menus change with the page", async ({ page }) => {
  await open(page, "/fr/demarches");
  await swap(page, () => page.getByRole("link", { name: "العربية" }).click());
  const root = page.locator("html");
  await expect(root).toHaveAttribute("lang", "ar");
  await expect(root).toHaveAttribute("dir", "rtl");
  await expect(page.locator(".language-menu [aria-current]")).toHaveText("العربية");
  await expect(page.locator("#live")).toHaveAttribute("data-loading", /\p{Script=Arabic}/u);
  await expect(page.locator("nav [aria-current=page]")).toHaveAttribute("href", "/ar/demarches");
  await swap(page, () => page.goBack());
  await expect(root).toHaveAttribute("lang", "fr");
  await expect(root).toHaveAttribute("dir", "ltr");
});

test("a refused form keeps its address and puts the focus on the errors", async ({ page, complaints }) => {
  await reportPlace(page);
  const address = page.url();
  const entries = await page.evaluate(() => history.length);
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page).toHaveTitle(/^Erreur\u00a0: /);
  await expect(page.locator("[autofocus]")).toHaveCount(0);
  await expect(page.locator("#live")).toHaveText(/^Erreur\u00a0: /);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  // Twice the same errors: the focus comes back to a new summary.
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  complaints.length = 0; // the browser reports each answer 422
});

test("a server in trouble costs nothing that was typed, and says so on top of the form", async ({ page, complaints }) => {
  await reportPlace(page);
  const address = page.url();
  const entries = await page.evaluate(() => history.length);
  const documents = countDocuments(page);
  await page.route("**/etapes/lieu*", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 503,
          contentType: "text/html; charset=utf-8",
          body:
            "<!DOCTYPE html><title>Service indisponible – Ardane</title><main><h1>Service indisponible</h1>" +
            "<p>Réessayez.</p><p>Autre chose.</p><p class=incident>Référence <b>4F2</b></p></main>",
        })
      : route.continue(),
  );
  const place = page.locator("#f-place");
  const summary = page.locator("#error-summary");
  await place.fill("12 rue des Tilleuls");
  for (let tries = 0; tries < 2; tries += 1) {
    const button = page.getByRole("button", { name: "Enregistrer et continuer" });
    await button.click();
    await expect(button).not.toBeFocused();
    await expect(summary).toBeFocused();
    await expect(page.locator("main > :first-child")).toHaveId("error-summary");
    await expect(page.getByRole("group", { name: "Service indisponible" })).toHaveCount(1);
    await expect(summary.locator("[role=alert] > *")).toHaveText(["Service indisponible", "Réessayez.", "Référence 4F2"]);
    await expect(page).toHaveTitle("Service indisponible – Ardane");
    await expect(place).toHaveValue("12 rue des Tilleuls");
  }
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(documents()).toBe(0);
  complaints.length = 0; // the browser reports each answer 503
  await page.unroute("**/etapes/lieu*");
  await goOn(page);
  await expect(page).toHaveURL(/etapes\/probleme/);
  await expect(summary).toHaveCount(0);
});

test("the button that was pressed is sent with the form", async ({ page }) => {
  await reportPlace(page);
  await page.locator("#f-place").fill("12 rue des Tilleuls");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await goOn(page);
  expect((await sent).postData()).toContain("do=continue");
});

test("after removing a child one goes on at the list of children", async ({ page }) => {
  await begin(page, "inscription-scolaire");
  await page.locator("#f-lives_here-yes").check();
  await page.locator("#f-start-september").check();
  await goOn(page);
  await page.locator("#f-requester-family_name").fill("Martin");
  await page.locator("#f-requester-given_names").fill("Camille");
  await page.locator("#f-responsibility-parent").check();
  await page.locator("#f-home_address-line1").fill("12 rue des Tilleuls");
  await page.locator("#f-home_address-postal_code").fill("42000");
  await page.locator("#f-home_address-city").fill("Ardane-les-Tilleuls");
  await goOn(page);
  await page.locator("#f-has_other_parent-no").check();
  await goOn(page);
  await swap(page, () => page.locator("a[href$='/nouveau']").click());
  await expect(page.locator("h1")).toBeFocused();
  await page.locator("#f-children-1-child-family_name").fill("Martin");
  await page.locator("#f-children-1-child-given_names").fill("Léa");
  for (const [part, value] of [["day", "1"], ["month", "3"], ["year", "2021"]]) {
    await page.locator(`#f-children-1-child_birth_date-${part}`).fill(value);
  }
  await page.locator("#f-children-1-child_birth_place").fill("Nantes");
  await page.locator("#f-children-1-class_level-unknown").check();
  await page.locator("#f-children-1-in_school-no").check();
  await swap(page, () => page.locator("#step-form button[value=continue]").click());
  await expect(page.locator("h1")).toBeFocused();
  await swap(page, () => page.getByRole("button", { name: "Retirer Léa" }).click());
  await expect(page.locator("#liste")).toBeFocused();
  await expect(page.getByRole("button", { name: "Retirer Léa" })).toHaveCount(0);
});

test("a search is an address that one can keep", async ({ page }) => {
  await open(page, "/fr/demarches");
  const documents = countDocuments(page);
  const search = page.locator("form[method=get] input[type=search], form[method=get] input[type=text]");
  await search.first().fill("école");
  await swap(page, () => search.first().press("Enter"));
  expect(new URL(page.url()).search).toContain("%C3%A9cole");
  expect(documents()).toBe(0);
});

test("a form with a file is left to the browser", async ({ page }) => {
  await reportProblem(page);
  await page.locator("#f-category-road").check();
  for (const [part, value] of [["day", "1"], ["month", "3"], ["year", "2026"]]) {
    await page.locator(`#f-noticed_on-${part}`).fill(value);
  }
  await page.locator("#f-description").fill("Un grand trou devant le numéro 12.");
  await goOn(page);
  const documents = countDocuments(page);
  await page.locator("#f-photos").setInputFiles({
    name: "trou.png",
    mimeType: "image/png",
    buffer: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  });
  await page.locator("button[value='add:photos']").click();
  await expect(page.locator(".file__item")).toContainText("trou.png");
  expect(documents()).toBe(1);
});

test("a link goes on by itself when the network failed the first time", async ({ page, complaints }) => {
  await open(page, "/fr");
  await page.route("**/fr/aide", (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  const documents = countDocuments(page);
  await menu(page).getByRole("link", { name: "Aide", exact: true }).click();
  await expect(page).toHaveURL(/\/fr\/aide$/);
  await expect(page.locator("h1")).toBeVisible();
  expect(documents()).toBe(1);
  complaints.length = 0; // the request that was cut
});

test("an answer that was cut is sent again by the browser, with its button", async ({ page, complaints }) => {
  await reportPlace(page);
  await page.route("**/etapes/lieu*", (route) =>
    route.request().method() === "GET" || route.request().isNavigationRequest()
      ? route.continue()
      : route.abort(),
  );
  await page.locator("#f-place").fill("12 rue des Tilleuls");
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.isNavigationRequest(),
  );
  await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  expect((await sent).postData()).toContain("do=continue");
  await expect(page).toHaveURL(/etapes\/probleme/);
  complaints.length = 0; // the request that was cut
});

test("after a new release the next page is loaded whole", async ({ page }) => {
  await open(page, "/fr");
  await page.route("**/fr/aide", async (route) => {
    if (route.request().isNavigationRequest()) return route.continue();
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/(<link rel="modulepreload" href="[^"]*?)\.js"/, '$1.next.js"');
    return route.fulfill({ response: answer, body });
  });
  const documents = countDocuments(page);
  await menu(page).getByRole("link", { name: "Aide", exact: true }).click();
  await expect(page).toHaveURL(/\/fr\/aide$/);
  await expect(page.locator("html")).toHaveAttribute("data-ready", "1");
  expect(documents()).toBe(1);
});

test("a slow page is said to be coming, and asked for once", async ({ page }) => {
  await open(page, "/fr");
  let asked = 0;
  await page.route("**/fr/aide", async (route) => {
    asked += 1;
    await new Promise((answered) => setTimeout(answered, 2_000));
    await route.continue();
  });
  const link = menu(page).getByRole("link", { name: "Aide", exact: true });
  await swap(page, async () => {
    await link.click();
    await link.click();
    await expect(page.locator("#live")).toHaveText("Chargement en cours");
    await expect(link).toBeFocused();
  });
  expect(asked).toBe(1);
});

test("a new window, a skip link and a fragment are the browser's own", async ({ page, context }) => {
  await open(page, "/fr");
  const opened = context.waitForEvent("page");
  await menu(page).getByRole("link", { name: "Aide", exact: true }).click({ modifiers: ["Control"] });
  await (await opened).close();
  await expect(page).toHaveURL(/\/fr\/?$/);
  await page.keyboard.press("Tab");
  await page.locator("a[href='#contenu']").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#contenu$/);
  await expect(page.locator("#contenu")).toBeFocused();
  await expect(page.locator("html")).toHaveAttribute("data-ready", "1");
});

test("each island of a new page comes to life once", async ({ page }) => {
  await open(page, "/fr/demarches/signaler-un-probleme");
  await page.evaluate(() => {
    type Alive = { __hydrateIsland: (island: Element, name: string) => unknown; lives: Element[] };
    const alive = window as unknown as Alive;
    const hydrate = alive.__hydrateIsland;
    alive.lives = [];
    alive.__hydrateIsland = (island, name) => {
      alive.lives.push(island);
      return hydrate(island, name);
    };
  });
  await swap(page, () => page.getByRole("button", { name: "Commencer la démarche" }).click());
  const counts = await page.evaluate(() => {
    const { lives } = window as unknown as { lives: Element[] };
    const islands = [...document.querySelectorAll("main leptos-island")];
    return { islands: islands.length, lives: lives.length, each: islands.every((island) => lives.includes(island)) };
  });
  expect(counts.islands).toBeGreaterThan(0);
  expect(counts).toEqual({ islands: counts.islands, lives: counts.islands, each: true });
});

test("a hundred pages leave nothing behind", async ({ page }) => {
  test.setTimeout(120_000);
  await reportPlace(page);
  const back = page.locator(".back-link a");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const measure = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { listeners: value("JSEventListeners"), nodes: value("Nodes") };
  };
  const thereAndBack = async () => {
    await swap(page, () => back.click());
    await swap(page, () => page.goBack());
  };
  for (let pair = 0; pair < 5; pair += 1) await thereAndBack();
  const before = await measure();
  for (let pair = 0; pair < 50; pair += 1) await thereAndBack();
  const after = await measure();
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(after.nodes).toBeLessThan(before.nodes * 1.5);
});
