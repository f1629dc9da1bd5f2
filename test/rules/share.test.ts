// Aim: whose apps may read which data of whom below, code by code.
// Method: a county, its town and the town's village, each sharing; each asks for each.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { link, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const share02 = rule("SHARE-02");

/** County K above town T above village V, and town U beside; each has built `app-<org>`. */
function county(): Play {
  const p = opened(["K", "T", "U", "V"]);
  link(p, "K", "T", { shared: ["tax"] });
  link(p, "K", "U");
  link(p, "T", "V", { shared: ["hr", "rent"] });
  for (const each of ["K", "T", "U", "V"]) {
    p.command(each, "app.create", { app: `app-${each}`, name: "App" });
  }
  return p;
}

const readable = (p: Play, by: string, organization: string, code?: string, app = `app-${by}`) =>
  p.ask("share.readable", {
    viewer: { organization: by, person: `${by}-admin` },
    ...{ app, organization },
    ...(code === undefined ? {} : { code }),
  });

share02.accepts("the direct Trunk's own app, for what is shared on their Link", () => {
  const p = county();
  expect(readable(p, "T", "V")).toEqual({ codes: ["hr", "rent"] });
  expect(readable(p, "T", "V", "rent")).toEqual({ codes: ["rent"] });
  p.command("V", "link.share", { trunk: "T", organization: "V", shared: ["rent"] });
  expect(readable(p, "T", "V")).toEqual({ codes: ["rent"] });
});
share02.refuses("a code that is not shared, and organizations further above", () => {
  const p = county();
  expect(readable(p, "T", "V", "tax")).toBe("BRANCH_DATA_NOT_AUTHORIZED");
  expect(readable(p, "K", "V", "hr")).toBe("BRANCH_DATA_NOT_AUTHORIZED");
  expect(readable(p, "K", "V")).toEqual({ codes: [] });
});
share02.refuses("the apps of others, and whoever does not reach the organization", () => {
  const p = county();
  expect(readable(p, "T", "V", "hr", "app-V")).toBe("APP_NOT_OWNED_BY_HOST");
  expect(readable(p, "T", "V", "hr", "none")).toBe("UNKNOWN_APP");
  expect(readable(p, "U", "V", "hr")).toBe("NOT_LINKED");
  expect(readable(p, "V", "T", "tax")).toBe("NOT_LINKED");
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(readable(p, "T", "V")).toBe("NOT_LINKED");
});
