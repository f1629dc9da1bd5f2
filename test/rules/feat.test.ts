// Aim: Downstream people can do with a Host app what the release's closed list has, and nothing else.
// Method: each feature under the release before the one that introduced it, and under that one.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { authorize, license, market, permit, submit, use, type Who } from "../support/apps.ts";
import { rule } from "../support/rule.ts";

const s1: Who = ["S", "s1"];
const under = (release: Policy["release"]): Play => market({ release });

const feat01 = rule("FEAT-01");
feat01.accepts("one form, one flow, one's own task, under every release", () => {
  for (const release of ["V1", "V2", "V2.1", "V3"] as const) {
    const p = under(release);
    expect(submit(p, s1).code).toBeNull();
    for (const feature of ["form.submit", "flow.start", "task.handle"]) {
      expect(use(p, s1, feature)).toBe("downstream");
    }
  }
});
feat01.refuses("several forms at once, or whoever lacks the license or the list", () => {
  const p = under("V3");
  const rows = [{ row: "a" }, { row: "b" }];
  expect(submit(p, s1, { rows }).code).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  expect(submit(p, ["D", "cold"]).code).toBe("LICENSE_REQUIRED");
  authorize(p, { organizations: ["D"] });
  expect(submit(p, s1).code).toBe("APP_NOT_AUTHORIZED");
});

const feat02 = rule("FEAT-02");
feat02.accepts("viewing reports from V2 on, within the Host's permissions", () => {
  const p = under("V2");
  permit(p, [{ reports: true }]);
  expect(use(p, s1, "report.view")).toBe("downstream");
});
feat02.refuses("it under V1, and ever to edit or build one", () => {
  const p = under("V1");
  permit(p, [{ reports: true }]);
  expect(use(p, s1, "report.view")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  p.under({ release: "V3" });
  expect(use(p, s1, "report.edit")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
});

const feat03 = rule("FEAT-03");
feat03.accepts("attachments from V2.1 on", () => {
  for (const release of ["V2.1", "V3"] as const) {
    const p = under(release);
    expect(use(p, s1, "attachment.upload")).toBe("downstream");
    expect(submit(p, s1, { attachments: true }).code).toBeNull();
  }
});
feat03.refuses("a Downstream submission that carries one before, and the Host's never", () => {
  const p = under("V2");
  const refused = submit(p, s1, { attachments: true });
  expect(refused.refusal).toMatchObject({
    code: "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
    data: { feature: "attachment.upload" },
  });
  expect(submit(p, s1, { attachments: false }).code).toBeNull();
  expect(submit(p, ["H", "h1"], { attachments: true }).code).toBeNull();
});

/** Whether a submission triggers automation, and cards. */
function triggered(p: Play, who: Who, app = "crm"): unknown {
  const { events } = submit(p, who, { app });
  return [events[0]?.data["automation"], events[0]?.data["cards"]];
}

const feat04 = rule("FEAT-04");
feat04.happens("from V3 on, as for a submission of the Host", () => {
  const p = under("V3");
  expect(triggered(p, s1)).toEqual([true, true]);
  expect(triggered(p, ["H", "h1"])).toEqual([true, true]);
});
feat04.doesNot("before, though the submission is accepted", () => {
  const p = under("V2.1");
  expect(triggered(p, s1)).toEqual([false, false]);
  expect(triggered(p, ["H", "h1"])).toEqual([true, true]);
  expect(use(p, s1, "automation.trigger")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
});

const feat05 = rule("FEAT-05");
feat05.happens("from V3 on, for a cool app", () => {
  expect(triggered(under("V3"), s1)).toEqual([true, true]);
  expect(use(under("V3"), s1, "cool-app.card")).toBe("downstream");
});
feat05.doesNot("before, nor for an app that is not cool", () => {
  expect(triggered(under("V2.1"), s1)).toEqual([false, false]);
  const p = under("V3");
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  p.command("H", "app.publish", { space: "s", app: "erp" });
  expect(triggered(p, s1, "erp")).toEqual([true, false]);
  expect(triggered(p, ["H", "h1"], "erp")).toEqual([true, false]);
});

const distribute = (p: Play, organization: string, by = "H", app = "crm", group = "g") =>
  p.command(by, "app.distribute", { space: "s", app, organization, group });

function distributed(p: Play): unknown {
  const viewer = { organization: "H", person: "H-admin" };
  const answer = p.ask("app.settings", { viewer, space: "s", app: "crm" });
  return (answer as { readonly distributed: unknown }).distributed;
}

const feat06 = rule("FEAT-06");
feat06.accepts(
  "distribution of the Host's cool app to a Member's group, once, while it is one",
  () => {
    const p = under("V3");
    expect(distribute(p, "S").events).toHaveLength(1);
    expect(distribute(p, "S").events).toEqual([]);
    // Groups are the Members' own: two may have one of the same id.
    expect(distribute(p, "D").events).toHaveLength(1);
    expect(distributed(p)).toEqual([
      { organization: "S", group: "g" },
      { organization: "D", group: "g" },
    ]);
    p.command("H", "association.cancel", { space: "s", organization: "S" });
    expect(distributed(p)).toEqual([{ organization: "D", group: "g" }]);
    p.command("H", "app.withdraw", { space: "s", app: "crm" });
    expect(distributed(p)).toEqual([{ organization: "D", group: "g" }]);
  },
);
feat06.refuses("it before V3, for others than Members, and for an app that is not cool", () => {
  const p = under("V2.1");
  expect(distribute(p, "S").refusal).toMatchObject({
    code: "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
    data: { feature: "cool-app.distribute" },
  });
  p.under({ release: "V3" });
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  expect(distribute(p, "S", "H", "erp").code).toBe("APP_NOT_PUBLISHED");
  p.command("H", "app.publish", { space: "s", app: "erp" });
  expect(distribute(p, "S", "H", "erp").code).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  expect(distribute(p, "H").code).toBe("NOT_A_MEMBER");
  expect(distribute(p, "X").code).toBe("NOT_A_MEMBER");
  expect(distribute(p, "S", "S").code).toBe("NOT_SPACE_ADMIN");
  expect(distribute(p, "S", "H", "none").code).toBe("UNKNOWN_APP");
  p.command("S", "app.create", { app: "own", name: "Own", cool: true });
  expect(distribute(p, "S", "H", "own").code).toBe("APP_NOT_OWNED_BY_HOST");
  // Downstream people do not distribute at all.
  expect(use(p, s1, "cool-app.distribute")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  p.fact("organization.edition-changed", { organization: "H", edition: "light" });
  expect(distribute(p, "S").code).toBe("EDITION_NOT_SUPPORTED");
});

const feat07 = rule("FEAT-07");
feat07.shows("the data page at run time, on the Host's terms, under every release", () => {
  const p = under("V1");
  expect(use(p, s1, "data.view")).toBe("DATA_PERMISSION_REQUIRED");
  permit(p, [{ rows: "own" }]);
  expect(use(p, s1, "data.view")).toBe("downstream");
});
feat07.hides("the one at design time", () => {
  const p = under("V3");
  permit(p, [{ rows: "all" }]);
  expect(use(p, s1, "data.design")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
});

const feat08 = rule("FEAT-08");
feat08.accepts("what is in the list", () => {
  expect(use(under("V3"), s1, "form.submit")).toBe("downstream");
});
feat08.refuses("everything else, unknown names and names of an object's own included", () => {
  const p = under("V3");
  const others = [
    "form.submit-batch",
    "task.approve-batch",
    "import",
    "export",
    "dashboard",
    "etl",
  ];
  for (const feature of [...others, "design", "", "__proto__", "constructor", "FORM.SUBMIT"]) {
    expect(use(p, s1, feature)).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  }
  const rows = [{ row: "a" }, { row: "b" }];
  expect(submit(p, s1, { rows }).refusal?.data).toEqual({ feature: "form.submit-batch" });
  // It comes after the list and before the license.
  expect(use(p, ["D", "cold"], "import")).toBe("FEATURE_NOT_SUPPORTED_DOWNSTREAM");
  authorize(p, {});
  expect(use(p, s1, "import")).toBe("APP_NOT_AUTHORIZED");
});

feat08.accepts("for the Host what is in the list or declared", () => {
  const p = under("V1");
  for (const feature of ["form.submit", "cool-app.distribute", "import", "form.submit-batch"]) {
    expect(use(p, ["H", "h1"], feature)).toBe("host");
  }
  const own = market({ hostFeatures: ["print"] });
  expect(use(own, ["H", "h1"], "print")).toBe("host");
  expect(use(own, ["H", "h1"], "import")).toBe("MALFORMED");
});
feat08.refuses("for the Host any other text, before anything else is looked at", () => {
  const p = under("V3");
  for (const feature of ["", "__proto__", "constructor", "FORM.SUBMIT", "imports"]) {
    expect(use(p, ["H", "h1"], feature)).toBe("MALFORMED");
    const viewer = { organization: "nobody", person: "h1" };
    expect(p.ask("app.use", { viewer, app: "none", feature })).toBe("MALFORMED");
  }
});

interface Item {
  readonly feature: string;
  readonly since: string | null;
  readonly supported: boolean;
}

function listed(release: Policy["release"]): readonly Item[] {
  return (play({ release }).ask("feature.list", {}) as { readonly items: readonly Item[] }).items;
}

const supported = (release: Policy["release"]): string[] =>
  listed(release)
    .filter((each) => each.supported)
    .map(({ feature }) => feature);

const ALWAYS = ["form.submit", "flow.start", "task.handle"];

const feat09 = rule("FEAT-09");
feat09.shows("of each release what it and the earlier ones introduced", () => {
  expect(supported("V2")).toEqual([...ALWAYS, "report.view", "data.view"]);
  expect(supported("V3")).toEqual(listed("V3").map(({ feature }) => feature));
  expect(listed("V1").find(({ feature }) => feature === "report.view")?.since).toBe("V2");
  expect(listed("V1").find(({ feature }) => feature === "data.view")?.since).toBeNull();
});
feat09.hides("what a later one introduced; V3 is the default", () => {
  expect(supported("V1")).toEqual([...ALWAYS, "data.view"]);
  expect(supported("V2.1")).toEqual([...ALWAYS, "report.view", "attachment.upload", "data.view"]);
  expect(play().ask("feature.list", {})).toEqual({ items: listed("V3") });
});

const edition04 = rule("EDITION-04");
edition04.holds("when a Member's people use a Host app, whatever their own edition", () => {
  const p = under("V3");
  p.fact("organization.edition-changed", { organization: "S", edition: "free" });
  expect(submit(p, s1).code).toBeNull();
});

const sso02 = rule("SSO-02");
sso02.refuses(
  "use Downstream while single sign-on is on, and lets it pass again afterwards",
  () => {
    const p = under("V3");
    const sso = (organization: string, on: boolean) =>
      p.fact("organization.sso-changed", { organization, sso: on });
    sso("S", true);
    expect([use(p, s1), use(p, ["D", "d1"])]).toEqual(["SSO_NOT_SUPPORTED", "downstream"]);
    sso("H", true);
    expect(use(p, ["D", "d1"])).toBe("SSO_NOT_SUPPORTED");
    expect(submit(p, ["H", "h1"]).code).toBeNull();
    sso("H", false);
    sso("S", false);
    expect([use(p, s1), use(p, ["D", "d1"])]).toEqual(["downstream", "downstream"]);
    expect(license(p, "s", [["D", "cold"]]).code).toBeNull();
  },
);
