/** How each record of Rosters is kept. */
import { buckets, pages, records } from "../core/kinds.ts";
import type { LiaisonRecord, LiaisonsRecord, OfficesRecord, StakeRecord } from "./model.ts";

/** The kinds of record of Rosters. */
export const rosterKinds = {
  ruled: /* @__PURE__ */ buckets("ruled", "one", /^[dp]/),
  roster: /* @__PURE__ */ buckets("roster", "one"),
  queued: /* @__PURE__ */ buckets("queued", "one"),
  "link-ruled": /* @__PURE__ */ buckets("link-ruled", "one", /^[dp]/),
  "link-roster": /* @__PURE__ */ buckets("link-roster", "several", true),
  stake: /* @__PURE__ */ records("id", (record: StakeRecord) => ({ ...record })),
  staked: /* @__PURE__ */ buckets("staked", "bare", true),
  liaisons: /* @__PURE__ */ records("none", (record: LiaisonsRecord) => ({
    ...record,
    roles: record.roles.slice(),
  })),
  liaison: /* @__PURE__ */ records("id", (record: LiaisonRecord) => ({ ...record })),
  offices: /* @__PURE__ */ records("id", (record: OfficesRecord) => ({ ...record })),
  office: /* @__PURE__ */ buckets("office", "several", true),
  waiting: /* @__PURE__ */ pages("waiting", 128),
};
