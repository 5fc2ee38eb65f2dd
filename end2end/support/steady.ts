// Pages about appointments as they are on any day: words stand in the place of days, hours and how many times are free.

/** Names of months and of days, as the language of the page writes them. */
function names(language: string): { months: string; days: string } {
  const locale = { fr: "fr", falc: "fr", en: "en", ar: "ar-EG" }[language];
  const list = (count: number, part: object, day: (rank: number) => Date) =>
    Array.from({ length: count }, (_, rank) => new Intl.DateTimeFormat(locale, part).format(day(rank))).join("|");
  return {
    months: list(12, { month: "long" }, (rank) => new Date(2026, rank, 15)),
    days: list(7, { weekday: "long" }, (rank) => new Date(2026, 0, rank + 1)),
  };
}

/** The same page on any day: what one day has is said once, and nothing tells which day it is. */
export function steady(language: string): (text: string) => string {
  const { months, days } = names(language);
  const date = `\\d{1,2}(?:er)? (?:${months})`;
  const rules: [RegExp, string][] = [
    [new RegExp(`(?:${days}) (?:<date>|${date})`, "giu"), "<day>"],
    // Of a time, not of an office: at the end of its day, at the beginning of a line, in "from" and "to".
    [/(?<=<day>[^\d\n]*|^ *|^ *(?:de|from|من) .*)(?:\d{1,2} h \d\d|\d{1,2}:\d\d)/gm, "<hour>"],
    // Both ends of a week; the first one may go without its month.
    [new RegExp(`(?:${date}|\\d{1,2}(?:er)?)( (?:au|to|إلى) )${date}`, "giu"), "<date>$1<date>"],
    // The weeks to choose from, and how many: as the day of the week has it.
    [/(?<=option, [^,،]*<date>[^,،]*), \d{4}-\d\d-\d\d, (?:not )?selected, position \d+, set size \d+$/gm, ", <week>"],
    [/(?<=combobox, [^,،]*), \d{4}-\d\d-\d\d(?=,)/gm, ", <week>"],
    [/(?<=, <week>, has popup listbox, not expanded\n *option, .*, set size )\d+$/gm, "<weeks>"],
    // How many times a day has, in its heading or on the way to it; which place has them.
    [/(?<=heading, <day>[,،] )[^,،]+(?=, level 3)/g, "<count>"],
    [/(?<=link, <day>[,،] ).*$/gm, "<count>"],
    [/(?<=(?:button, <day>.*|^ *)<hour>[,،] ).*$/gm, "<place>"],
    // When a place receives people on each of the days that come, or that it is closed.
    [/(?<=^ *<day> ?: ).*$/gm, "<hours>"],
    [/ \d+ of \d+$/gm, ""],
  ];
  return (text) => {
    const replaced = rules.reduce((text, [changing, word]) => text.replaceAll(changing, word), text);
    return once(replaced.split("\n")).join("\n");
  };
}

/** Of the same lines that follow each other, one by one or several together, the first. */
function once(lines: string[]): string[] {
  for (let length = 1; length <= 6; length += 1)
    for (let at = 0; at + 2 * length <= lines.length; ) {
      const [one, next] = [lines.slice(at, at + length), lines.slice(at + length, at + 2 * length)];
      if (one.join("\n") === next.join("\n")) lines.splice(at + length, length);
      else at += 1;
    }
  return lines;
}
