/** How each record of Rosters is kept. */
import { buckets, pages } from "../core/kinds.ts";

/** The kinds of record of Rosters. */
export const rosterKinds = {
  ruled: /* @__PURE__ */ buckets("ruled", "one", /^[dp]/),
  roster: /* @__PURE__ */ buckets("roster", "one"),
  queued: /* @__PURE__ */ buckets("queued", "one"),
  "link-ruled": /* @__PURE__ */ buckets("link-ruled", "one", /^[dp]/),
  "link-roster": /* @__PURE__ */ buckets("link-roster", "one", true),
  waiting: /* @__PURE__ */ pages("waiting", 128),
};
