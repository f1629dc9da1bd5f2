/** Ids and other text from outside, made safe to show. */

/** The longest text that an id is shown as. */
const SHOWN_MAX = 64;

/** Ranges of code points that would not be seen as themselves, or would change what stands around. */
const UNSEEN: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x20],
  [0x22, 0x22],
  [0x26, 0x26],
  [0x3c, 0x3c],
  [0x3e, 0x3e],
  [0x5c, 0x5c],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x201c, 0x201d],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xffff],
  [0xe0000, 0xe0fff],
];

function isUnseen(point: number): boolean {
  return UNSEEN.some(([first, last]) => point >= first && point <= last);
}

/**
 * Text from outside as it is safe to show: whatever is invisible, a quote, or markup stands as
 * `\u{…}`, and what is long is cut, so that the whole has at most 64 characters.
 */
export function shown(text: string): string {
  const pieces: string[] = [];
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const piece = isUnseen(point) ? `\\u{${point.toString(16)}}` : character;
    pieces.push(piece);
    length += piece.length;
    if (length > SHOWN_MAX) return cut(pieces, length);
  }
  return pieces.join("");
}

/** Makes room for the mark of what is missing, never in the middle of a character. */
function cut(pieces: string[], length: number): string {
  let left = length;
  while (left >= SHOWN_MAX) left -= (pieces.pop() as string).length;
  return `${pieces.join("")}…`;
}
