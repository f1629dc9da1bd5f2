/** How each record of cooperation groups is kept. */
import { buckets, records } from "../core/kinds.ts";
import type { GroupRecord } from "./model.ts";

/** The kinds of record of cooperation groups. */
export const groupsKinds = {
  group: /* @__PURE__ */ records("none", (record: GroupRecord) => ({ ...record })),
  participants: /* @__PURE__ */ buckets("participants", "one"),
};
