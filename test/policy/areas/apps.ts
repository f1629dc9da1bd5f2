/** Apps, features, shared data: what comes of each option under its values. */
import { defaultPolicy, type Policy } from "../../../src/core/policy.ts";
import { link, opened } from "../../support/hierarchy.ts";
import type { CasesOfSome } from "../cases.ts";
import { collaboration, distributed, said, useBelow } from "../setting.ts";

const unsupported = "FEATURE_NOT_SUPPORTED_DOWNSTREAM";

/** Uses of the app that came with some release. */
function features(changes: Partial<Policy>): unknown {
  const p = collaboration(changes);
  p.command("host", "app.permit", { space: "s", app: "app", permissions: [{ reports: true }] });
  const by = ["north", "north-1"] as const;
  const viewer = { organization: "north", person: "north-1" };
  const use = p.ask("app.use", { viewer, app: "app", space: "s", feature: "report.view" });
  const rows = (row: string) => ({ app: "app", space: "s", rows: [{ row }] });
  const attached = p.command(by, "form.submit", { ...rows("r1"), attachments: true });
  const plain = p.command(by, "form.submit", rows("r2"));
  const triggers = plain.events.some(
    ({ data }) => data["automation"] === true && data["cards"] === true,
  );
  return [typeof use === "string" ? use : "ok", said(attached), triggers];
}

/** Of each option about this, what comes of it under its values. */
export const apps = {
  release: {
    shows:
      "seeing reports, submitting with attachments, and whether a submission starts automations and cards",
    outcomes: {
      V1: [unsupported, unsupported, false],
      V2: ["ok", unsupported, false],
      "V2.1": ["ok", "ok", false],
      V3: ["ok", "ok", true],
    },
    run: features,
  },
  hostFeatures: {
    shows: "the Host's use of `print` and of `import`",
    outcomes: [
      [[], ["MALFORMED", "MALFORMED"]],
      [["print"], ["ok", "MALFORMED"]],
      [
        ["import", "print"],
        ["ok", "ok"],
      ],
      [defaultPolicy.hostFeatures, ["MALFORMED", "ok"]],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const viewer = { organization: "host", person: "host-admin" };
      return ["print", "import"].map((feature) => {
        const used = p.ask("app.use", { viewer, app: "app", feature });
        return typeof used === "string" ? used : "ok";
      });
    },
  },
  useNeedsInstallation: {
    shows: "using a distributed app that nobody has installed",
    outcomes: { false: { side: "downstream" }, true: "APP_NOT_PUBLISHED" },
    run: (changes) => useBelow(distributed(changes), "form.submit"),
  },
  hierarchyFeatures: {
    shows: "using, below a Trunk, a feature that Members of Spaces do not have",
    outcomes: { open: { side: "downstream" }, "downstream-list": unsupported },
    run: (changes) => useBelow(distributed(changes), "form.submit-batch"),
  },
  sharedDataLimit: {
    shows: "sharing one, two, 200 and 201 data codes with a Trunk",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED", "MALFORMED"]],
      [200, ["ok", "ok", "ok", "MALFORMED"]],
    ],
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      link(p, "trunk", "branch");
      return [1, 2, 200, 201].map((count) => {
        const shared = Array.from({ length: count }, (_, place) => `code-${place}`);
        const own = { trunk: "trunk", organization: "branch" };
        return said(p.command("branch", "link.share", { ...own, shared }));
      });
    },
  },
  sharedDataReach: {
    shows: "what a Trunk's Trunk reads of a Branch two levels below",
    outcomes: { trunk: { codes: [] }, reached: { codes: ["hr"] } },
    run: (changes) => {
      const p = opened(["K", "T", "V"], changes);
      link(p, "K", "T");
      link(p, "T", "V", { shared: ["hr"] });
      p.command("K", "app.create", { app: "app", name: "App" });
      const viewer = { organization: "K", person: "K-admin" };
      return p.ask("share.readable", { viewer, app: "app", organization: "V" });
    },
  },
  levelRange: {
    shows: "which rows of a former Branch somebody reads who may read those below",
    outcomes: { current: [], "at-submission": ["r"] },
    run: (changes) => {
      const p = distributed(changes);
      p.command("K", "app.permit", { trunk: "K", app: "app", permissions: [{ rows: "below" }] });
      p.command("V", "form.submit", { trunk: "K", app: "app", rows: [{ row: "r" }] });
      p.command("T", "link.cancel", { trunk: "T", organization: "V" });
      const viewer = { organization: "T", person: "T-admin" };
      const answer = p.ask("data.rows", { viewer, trunk: "K", app: "app" });
      return typeof answer === "string"
        ? answer
        : (answer as { items: { row: string }[] }).items.map(({ row }) => row);
    },
  },
} satisfies CasesOfSome;
