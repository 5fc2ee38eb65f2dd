import base from "/work/main/end2end/playwright.config.ts";
export default { ...base, testDir: "/work/main/end2end/tests", outputDir:"/tmp/pwres", webServer: undefined };
