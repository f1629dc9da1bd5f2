/** From changes of one directory at one time to inputs with ids of their own. */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalJson } from "../core/canonical-json.ts";
import type { InputId, OrganizationId } from "../core/ids.ts";
import type { Source } from "../core/input.ts";
import type { DirectoryChange, DirectoryFact, DirectoryFacts } from "../directory/model.ts";

/** What all inputs of one event, or of one list, have in common. */
export interface Occasion {
  /** Begins the id: the platform's name. */
  readonly platform: string;
  /** Tells the event from every other: {@link eventKey}. */
  readonly key: string;
  readonly organization: OrganizationId;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Changes that one input may hold. */
const CHANGES_MAX = 500;
/** Bytes of a digest in an id. */
const DIGEST = 16;

/** Any JSON in a few digits that no other JSON has. Web Crypto would do, but for its promises. */
const digestOf = (value: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(value))).slice(0, DIGEST));

/** What may stand in an id as it is. */
const SHORT = /^[\w.:-]{1,64}$/u;

/** A text that tells an event from every other: its own id, or a digest of all that was sent. */
export const eventKey = (id: string | undefined, payload: unknown): string =>
  id !== undefined && SHORT.test(id) ? id : digestOf([id, payload]);

/**
 * A fact of an occasion. Its id names the event and digests what the fact says, with what was looked up
 * for it: the same again is a repeat, other content another input, and no id has two contents.
 */
export function factOf<Type extends keyof DirectoryFacts>(
  occasion: Occasion,
  type: Type,
  data: DirectoryFacts[Type],
  from: Source = { organization: occasion.organization },
): DirectoryFact {
  const { platform, key, at } = occasion;
  const digest = digestOf([at, from, type, data]);
  const id = `${platform}/${key}/${digest}` as InputId;
  return { id, at, from, type, data } as DirectoryFact;
}

/** As few inputs as hold all changes; those of one group stand in one input. */
export function inputsOf(
  occasion: Occasion,
  groups: readonly (readonly DirectoryChange[])[],
): DirectoryFact[] {
  const chunks: DirectoryChange[][] = [];
  for (const group of groups) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + group.length <= CHANGES_MAX) last.push(...group);
    else if (group.length > 0) chunks.push([...group]);
  }
  const { organization } = occasion;
  return chunks.map((changes) => {
    const [first] = changes;
    return changes.length === 1 && first !== undefined
      ? factOf(occasion, first.type, { ...first.data, organization } as DirectoryFacts[ChangeName])
      : factOf(occasion, "directory.changed", { organization, changes });
  });
}

type ChangeName = DirectoryChange["type"];
