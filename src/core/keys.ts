/**
 * A record's address: its kind, its owner's id, and which of the owner's records of that kind it is
 * (`""` where there is one; a bucket or page number, then `/`, then an id, where there are many).
 */
export type Key<Kind extends string = string> = readonly [kind: Kind, owner: string, own: string];

/** The text form of a key; different keys have different texts. */
export function keyText(key: Key): string {
  const owner = key[1].replaceAll("%", "%25").replaceAll("/", "%2F");
  return key[2] === "" ? `${key[0]}:${owner}` : `${key[0]}:${owner}/${key[2]}`;
}

/** The key of a text that {@link keyText} gave. */
export function parseKey(text: string): Key {
  const colon = text.indexOf(":");
  const slash = text.indexOf("/", colon);
  const owner = slash < 0 ? text.slice(colon + 1) : text.slice(colon + 1, slash);
  return [
    text.slice(0, colon),
    owner.replaceAll("%2F", "/").replaceAll("%25", "%"),
    slash < 0 ? "" : text.slice(slash + 1),
  ];
}

/** Orders keys by kind, owner, own part, each by code unit: the order in which a store locks. */
export function compareKeys(left: Key, right: Key): number {
  for (let i = 0; i < 3; i += 1) {
    const a = left[i] as string;
    const b = right[i] as string;
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
