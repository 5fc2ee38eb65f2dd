import { test } from "../fixtures.ts";
import { BIRTH, SCHOOL, PROBLEM } from "../support/procedures.ts";
import { walkErased, walkPages, walkProcedure } from "../support/walk.ts";
test.setTimeout(300000);
const slug = (s: string) => s.replace(/[^a-z0-9]+/gi, "-");
for (const [w, lang] of [[320, "fr"], [1280, "fr"], [320, "ar"]] as const)
  test(`shots ${w} ${lang}`, async ({ page, complaints }) => {
    test.skip(!process.env.SHOTS, "no");
    await page.setViewportSize({ width: w, height: 800 });
    let n = 0;
    const look = async (s: string) => { await page.screenshot({ path: `/tmp/shots/${lang}-${w}-${String(n++).padStart(2, "0")}-${slug(s)}.png`, fullPage: true }); };
    await walkPages(page, lang, look);
    if (lang === "fr") await walkErased(page, BIRTH, lang, look);
    await walkProcedure(page, lang === "ar" ? SCHOOL : w === 320 ? SCHOOL : BIRTH, lang, look);
    complaints.length = 0;
  });
