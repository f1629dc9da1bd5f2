// Aim: how Links end, and what ends with them above and below.
// Method: small trees; a Link is cancelled, left, or one of its organizations ends.
import { expect } from "vitest";
import type { RecordedOutcome } from "../../src/host/index.ts";
import { summarize } from "../../src/host/preview.ts";
import { above, approve, link, onLink, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const TV = { trunk: "T", organization: "V" };

const unlink01 = rule("UNLINK-01");
unlink01.happens("on a Trunk admin's word; the Branch may apply again", () => {
  const p = opened(["T", "V"]);
  link(p, "T", "V");
  expect(p.command("T", "link.cancel", TV).events[0]).toMatchObject({
    type: "link.cancelled",
    data: { ...TV, because: "cancelled" },
  });
  const again = { application: "again", invitation: "t-T" };
  expect(p.command("V", "application.submit", again).code).toBeNull();
});
unlink01.doesNot("by an organization further up, nor where there is no Link", () => {
  const p = opened(["K", "T", "V"]);
  link(p, "K", "T");
  link(p, "T", "V");
  expect(p.command("K", "link.cancel", TV).code).toBe("NOT_TRUNK_ADMIN");
  expect(p.command("K", "link.cancel", { ...TV, trunk: "K" }).code).toBe("NOT_LINKED");
});

const unlink02 = rule("UNLINK-02");
unlink02.accepts("a Branch that empties its side: the Link stands and counts", () => {
  const p = opened(["T", "V"]);
  link(p, "T", "V", { scope: { whole: true }, shared: ["hr"] });
  p.command("V", "scope.set", { ...TV, scope: {} });
  p.command("V", "link.share", { ...TV, shared: [] });
  expect(onLink(p, "T", "V")).toEqual([]);
  expect(above(p, "V")).toEqual(["T 1"]);
});
unlink02.accepts("leaving, where the policy has it", () => {
  for (const branchExit of ["own-admin", "main-admin"] as const) {
    const p = opened(["T", "V"], { branchExit });
    link(p, "T", "V");
    expect(p.command("V", "link.leave", TV).events.map(({ type }) => type)).toEqual([
      "link.cancelled",
      "lineage.changed",
    ]);
  }
});
unlink02.refuses(
  "a Branch that cancels, or leaves under the default, and whoever is no admin",
  () => {
    const p = opened(["T", "V"]);
    p.hire("V", "eve");
    link(p, "T", "V");
    expect(p.command("V", "link.cancel", TV).code).toBe("UNLINK_TRUNK_ONLY");
    expect(p.command("V", "link.leave", TV).code).toBe("UNLINK_TRUNK_ONLY");
    for (const type of ["link.cancel", "link.leave"] as const) {
      expect(p.command(["V", "eve"], type, TV).code).toBe("NOT_AUTHORIZED_ADMIN");
    }
    expect(p.command("T", "link.leave", TV).code).toBe("NOT_AUTHORIZED_ADMIN");
  },
);

const unlink03 = rule("UNLINK-03");
unlink03.happens(
  "for all at or below the Branch and all at or above the Trunk, in one step",
  () => {
    const p = opened(["K", "T", "V", "W"]);
    p.hire("V", "eve");
    link(p, "K", "T");
    link(p, "T", "V", { scope: { whole: true } });
    link(p, "V", "W");
    const told = p.command("T", "link.cancel", TV);
    expect(
      told.events.map(({ type, data }) => [type, data["person"] ?? data["organization"]]),
    ).toEqual([
      ["roster.left", "V-admin"],
      ["roster.left", "eve"],
      ["link.cancelled", "V"],
      ["lineage.changed", "V"],
      ["lineage.changed", "W"],
    ]);
    expect(above(p, "W")).toEqual(["V 1"]);
    expect(told.notices).toEqual([
      {
        kind: "LINK_ENDED",
        to: ["T", "V"].map((organization) => ({ kind: "hierarchy-admins", organization })),
        data: { ...TV, because: "cancelled" },
      },
    ]);
    expect(p.records("below").map(([key, { entries }]) => [key, entries])).toEqual([
      ["K/0", [[0, "T", 1]]],
      ["V/0", [[0, "W", 1]]],
    ]);
  },
);
unlink03.happens("and the preview of it sums up what it takes, as that of anything does", () => {
  const p = opened(["T", "V"]);
  link(p, "T", "V", { scope: { whole: true } });
  p.fact("license.purchased", { organization: "T", purchased: 5 });
  const people = [{ organization: "V", person: "V-admin" }];
  p.command("T", "license.grant", { unit: { kind: "hierarchy", organization: "T" }, people });
  const role = { trunk: "T", role: "secretary" };
  p.command("T", "liaison.define", { ...role, name: "Secretary" });
  const node = { organization: "V", department: null };
  p.command("T", "liaison.assign", { ...role, node, people });
  const { outcome } = p.command("T", "link.cancel", TV);
  const { taken, trunks } = summarize(outcome as unknown as RecordedOutcome);
  expect(trunks).toEqual([{ trunk: "T", entering: 0, leaving: 1 }]);
  expect(taken).toEqual({
    ...{ grants: 1, groups: 0, handedOver: 0, parked: 0, installations: 0, offices: 1 },
    ...{ organizations: 1, settings: 0, departments: 0 },
  });
});
unlink03.doesNot("touch what a Trunk still reaches by another chain", () => {
  const p = opened(["K", "T", "U", "S"]);
  for (const town of ["T", "U"]) {
    link(p, "K", town);
    link(p, town, "S");
  }
  p.command("T", "link.cancel", { trunk: "T", organization: "S" });
  expect(above(p, "S")).toEqual(["U 1", "K 2"]);
});

const unlink04 = rule("UNLINK-04");
unlink04.happens("as Branch and as Trunk; its Branches are free", () => {
  const p = opened(["K", "T", "V", "W"]);
  link(p, "K", "T");
  link(p, "T", "V", { scope: { whole: true } });
  link(p, "V", "W");
  const told = p.fact("organization.ended", { organization: "T" });
  expect(
    told.events.filter(({ type }) => type === "link.cancelled").map(({ data }) => data),
  ).toEqual([
    { trunk: "K", organization: "T", because: "ended" },
    { ...TV, because: "ended" },
  ]);
  expect([above(p, "V"), above(p, "W")]).toEqual([[], ["V 1"]]);
  expect(p.records("below").map(([key]) => key)).toEqual(["V/0"]);
  const back = p.fact("organization.reinstated", { organization: "T" });
  expect(back.events[0]?.data["left"]).toEqual([["link", 2, "cancelled"]]);
  expect(above(p, "V")).toEqual([]);
});
unlink04.happens("to what was applied to it, for good; uses of invitations are given back", () => {
  const p = opened(["T", "V"]);
  p.command("T", "invitation.issue", {
    ...{ trunk: "T", invitation: "once", form: "link", maxUses: 1 },
  });
  p.command("V", "application.submit", { application: "a", invitation: "once" });
  const told = p.fact("organization.ended", { organization: "T" });
  expect(told.events.at(-1)).toMatchObject({
    type: "application.rejected",
    data: { ...TV, application: "a", reason: null, usesLeft: 1 },
  });
  p.fact("organization.reinstated", { organization: "T" });
  expect(p.command("V", "application.withdraw", { application: "a" }).code).toBe(
    "APPLICATION_NOT_PENDING",
  );
  const again = { application: "b", invitation: "once" };
  expect(p.command("V", "application.submit", again).code).toBeNull();
});
unlink04.doesNot("when it is suspended, or its capability closed", () => {
  const p = opened(["T", "V"]);
  link(p, "T", "V");
  p.fact("organization.suspended", { organization: "T" });
  p.fact("hierarchy.capacity-changed", { organization: "T", open: false, branches: null });
  expect(above(p, "V")).toEqual(["T 1"]);
});

const unlink05 = rule("UNLINK-05");
unlink05.happens("with nothing of the former Link", () => {
  const p = opened(["T", "V"]);
  p.hire("V", "eve");
  const before = { scope: { whole: true }, shared: ["hr"], alias: "old" } as const;
  link(p, "T", "V", before);
  p.command("T", "partner.set", { ...TV, labels: ["rural"] });
  p.command("T", "link.cancel", TV);
  p.command("V", "application.submit", { application: "again", invitation: "t-T" });
  p.command("T", "application.approve", { items: [{ application: "again" }] });
  expect(p.records("link")[0]?.[1]).toMatchObject({
    ...{ shared: [], labels: [], alias: null, order: 2, whole: false, roster: { count: 0 } },
  });
});
unlink05.doesNot("while the Link lasts", () => {
  const p = opened(["T", "V"]);
  link(p, "T", "V", { alias: "old" });
  const again = { application: "again", invitation: "t-T" };
  expect(p.command("V", "application.submit", again).code).toBe("ALREADY_LINKED");
  expect(approve(p, "T", ["V"]).code).toBe("APPLICATION_NOT_PENDING");
  expect(p.records("link")[0]?.[1].alias).toBe("old");
});
