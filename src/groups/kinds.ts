/** How each record of cooperation groups is kept. */
import { buckets, records } from "../core/kinds.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import type { GroupRecord } from "./model.ts";

/** The kinds of record of cooperation groups. */
export const groupsKinds = {
  group: /* @__PURE__ */ records("none", (record: GroupRecord) => ({ ...record })),
  participants: /* @__PURE__ */ buckets("participants", "one"),
};

/** A group before anybody takes part. */
export const NEW_GROUP = { identities: 0, entries: 0, participants: EMPTY_HASH } as const;
