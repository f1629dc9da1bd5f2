/** Which of the languages that there are texts in fits what a reader asks for. */

/** A language that there are texts in. */
export type Locale = "en" | "zh";

const LOCALES: readonly Locale[] = ["en", "zh"];

/**
 * The language of texts for a reader: for each tag in turn, the tag itself and what is left of it as
 * its last subtags are cut off one by one (RFC 4647, "Lookup"); English if nothing fits.
 *
 * @param tags BCP 47 tags, the preferred first; whatever is no tag fits nothing
 * @example localeOf("zh-Hant-TW") // "zh"
 * @example localeOf(["fr", "zh-CN"]) // "zh"
 */
export function localeOf(tags: string | readonly string[]): Locale {
  for (const tag of [tags].flat()) {
    // Nothing but whole languages is on offer, so that what lookup comes to is the first subtag.
    const language = String(tag).split("-", 1)[0]?.toLowerCase();
    const fitting = LOCALES.find((locale) => locale === language);
    if (fitting !== undefined) return fitting;
  }
  return "en";
}
