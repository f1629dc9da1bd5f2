/** Widths of texts, as the browser will draw them. */

const FAMILY =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Kept as in the style sheet, by class of text. */
const FONTS = {
  name: `600 15px ${FAMILY}`,
  line: `400 12px ${FAMILY}`,
  pill: `400 13px ${FAMILY}`,
} as const;

export type FontName = keyof typeof FONTS;

const context = document.createElement("canvas").getContext("2d");
const known = new Map<string, number>();

export function widthOf(text: string, font: FontName): number {
  const key = `${font} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  let width = text.length * 8;
  if (context !== null) {
    context.font = FONTS[font];
    width = context.measureText(text).width;
  }
  known.set(key, width);
  return width;
}

/** A text cut to fit, with an ellipsis where something is missing. */
export function fitted(text: string, font: FontName, width: number): string {
  if (widthOf(text, font) <= width) return text;
  const units = Array.from(text);
  while (units.length > 1 && widthOf(`${units.join("")}…`, font) > width) units.pop();
  return `${units.join("")}…`;
}
