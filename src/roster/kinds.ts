/** How each record of Rosters is kept. */
import { buckets, pages } from "../core/kinds.ts";

/** The kinds of record of Rosters. */
export const rosterKinds = {
  ruled: /* @__PURE__ */ buckets("ruled", /^[dp]/),
  roster: /* @__PURE__ */ buckets("roster"),
  queued: /* @__PURE__ */ buckets("queued"),
  waiting: /* @__PURE__ */ pages("waiting", 128),
};
