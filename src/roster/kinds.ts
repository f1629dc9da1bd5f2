/** How each record of Rosters is kept. */
import { buckets, pages } from "../core/kinds.ts";

/** The kinds of record of Rosters. */
export const rosterKinds = {
  ruled: /* @__PURE__ */ buckets("ruled", "one", /^[dp]/),
  roster: /* @__PURE__ */ buckets("roster", "one"),
  queued: /* @__PURE__ */ buckets("queued", "one"),
  waiting: /* @__PURE__ */ pages("waiting", 128),
};
