/** A text in both languages: English, then simplified Chinese. Names in braces are filled in. */
export type Pair = readonly [en: string, zh: string];
