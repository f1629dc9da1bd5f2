// Aim: the end of an organization is taken back within the retention, with what was its own and nothing
// that needed another's word. Method: a busy Member and a Host end and exist again, in and out of time.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy } from "../../src/index.ts";
import { factsOf } from "../../src/testing/facts.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { busy, happened } from "../support/busy.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const START = 5_000;

const end = (p: Play, organization: string, at = START): Told =>
  p.fact("organization.ended", { organization }, { at });
const back = (p: Play, organization: string, at = START + 1, more: object = {}): Told =>
  p.fact("organization.reinstated", { organization }, { at, ...more });

/** What is an organization's own. */
function own(p: Play, organization: string): unknown {
  const { organizations, apps } = factsOf(p.world(), defaultPolicy) as unknown as {
    readonly organizations: readonly { readonly organization: string }[];
    readonly apps: readonly { readonly id: string }[];
  };
  const { organization: _, ...known } = organizations.find(
    (each) => each.organization === organization,
  ) as { readonly organization: string };
  const names = apps.map((each) => each.id);
  return JSON.parse(JSON.stringify({ ...known, hosted: [], joined: [], names }));
}

const reasons = ({ outcome }: Told): unknown =>
  outcome.kind === "accepted" ? outcome.passedOver?.first : outcome;

const dir19 = rule("DIR-19");
dir19.happens("with the directory, its admins and apps as they were, in no Space", () => {
  for (const organization of ["A", "B"]) {
    const p = busy();
    const before = own(p, organization);
    end(p, organization);
    const told = back(p, organization);
    expect(happened(told, "organization.reinstated")).toHaveLength(1);
    expect(own(p, organization)).toEqual(before);
    expect(p.organization(organization)).toMatchObject({ hosted: [], joined: [] });
    expect(invariants(p.world(), { ...defaultPolicy, personCap: 6 })).toEqual([]);
    // It may act again.
    p.createSpace(organization, "anew");
    expect(p.organization(organization)?.hosted).toEqual(["anew"]);
  }
});
dir19.happens("naming what does not come back, to its admins and those of its Spaces", () => {
  const p = busy();
  const { joined } = p.organization("B") as { readonly joined: readonly string[] };
  const gone = end(p, "B");
  const parked = happened(gone, "task.parked").length;
  expect(parked).toBeGreaterThan(0);
  const told = back(p, "B");
  expect(happened(told, "organization.reinstated")).toEqual([
    {
      organization: "B",
      left: [
        ["association", joined.length, "cancelled"],
        ["task", parked, "parked"],
      ],
    },
  ]);
  expect(told.notices).toEqual([
    {
      kind: "ORGANIZATION_REINSTATED",
      to: [
        { kind: "authorized-admins", organization: "B" },
        ...joined.map((space) => ({ kind: "space-admins", space })),
      ],
      data: { organization: "B" },
    },
  ]);
  const { hosted } = p.organization("A") as { readonly hosted: readonly string[] };
  const ended = end(p, "A");
  const instances = happened(ended, "flow.ended").length;
  expect(instances).toBeGreaterThan(0);
  expect(happened(ended, "license.pool-ended")).toHaveLength(1);
  expect(happened(back(p, "A"), "organization.reinstated")).toEqual([
    {
      organization: "A",
      left: [
        ["space", hosted.length, "dissolved"],
        ["instance", instances, "ended"],
        ["pool", 1, "ended"],
      ],
    },
  ]);
  // A second end counts anew.
  end(p, "A", START + 2);
  expect(happened(back(p, "A", START + 3), "organization.reinstated")).toEqual([
    { organization: "A", left: [] },
  ]);
});
dir19.doesNot("with a license that was kept of the pool that ended", () => {
  const p = busy();
  const a1 = { organization: "A", person: "a1" };
  const buy = (at: number) =>
    p.fact("license.purchased", { organization: "A", purchased: 9 }, { at });
  p.fact("person.resigned", a1, { at: START });
  end(p, "A", START + 1);
  back(p, "A", START + 2);
  buy(START + 3);
  expect(happened(p.fact("person.reinstated", a1, { at: START + 4 }), "license.granted")).toEqual(
    [],
  );
  // Of the pool there is now it comes back.
  const unit = { kind: "host", organization: "A" } as const;
  expect(p.command("A", "license.grant", { unit, people: [a1] }).code).toBeNull();
  p.fact("person.resigned", a1, { at: START + 5 });
  const told = p.fact("person.reinstated", a1, { at: START + 6 });
  expect(happened(told, "license.granted")).toMatchObject([{ because: "reinstated" }]);
});
dir19.happens("until the retention is over, and not from then on", () => {
  const over = START + 30 * DAY;
  for (const [at, reason] of [
    [over - 1, undefined],
    [over, "retention-over"],
    [over + 1, "retention-over"],
  ] as const) {
    const p = busy();
    end(p, "B");
    const told = back(p, "B", at);
    expect(told.events).toHaveLength(reason === undefined ? 1 : 0);
    expect(reasons(told)).toEqual(
      reason === undefined ? undefined : [{ kind: "organization", id: "B", reason }],
    );
  }
});
dir19.doesNot(
  "where it has not ended, or by an older word; nor does a copy of the end end it",
  () => {
    const p = busy();
    const passed = (told: Told) => [told.events.length, reasons(told)];
    const why = (reason: string) => [0, [{ kind: "organization", id: "B", reason }]];
    expect(passed(back(p, "B", START))).toEqual(why("already-so"));
    // Taken back at the very moment of the end, which a copy says again.
    end(p, "B", START - 2);
    expect(happened(back(p, "B", START - 2), "organization.reinstated")).toHaveLength(1);
    expect(passed(end(p, "B", START - 2))).toEqual(why("older-time"));
    end(p, "B", START);
    expect(passed(back(p, "B", START - 1))).toEqual(why("older-time"));
    back(p, "B", START + 2);
    expect(passed(end(p, "B", START + 1))).toEqual(why("older-time"));
    expect(end(p, "B", START + 2).events.length).toBeGreaterThan(0);
  },
);
dir19.doesNot("with facts that came in between, which were passed over", () => {
  const p = busy();
  end(p, "B");
  const late = p.fact("person.hired", {
    organization: "B",
    person: "late",
    departments: [],
    fields: { name: "Late" },
  });
  expect(reasons(late)).toMatchObject([{ reason: "organization-ended" }]);
  back(p, "B");
  expect(p.records("employment").some(([key]) => key === "B/late")).toBe(false);
});
dir19.doesNot("by others than the platform, or for an organization never registered", () => {
  const p = busy();
  end(p, "B");
  expect(back(p, "B", START + 1, { from: { organization: "B" } }).code).toBe(
    "SOURCE_NOT_RESPONSIBLE",
  );
  expect(back(p, "nowhere").code).toBe("UNKNOWN_ORGANIZATION");
});
