/** Aim: a plan says all there may be in a World, and a World has what its plan says and nothing else. */
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/index.ts";
import {
  buildWorld,
  invariants,
  type Play,
  play,
  type SpacePlan,
  type WorldPlan,
  worldInputs,
} from "../../src/testing/index.ts";

const ann = { organization: "acme", person: "ann" };
const organizations = {
  acme: {
    departments: { desk: null },
    people: { bob: ["desk"], kim: [] },
    admins: { ann: "main" },
    licenses: 5,
    apps: { crm: { cool: true } },
  },
  bolt: { people: { eve: [], jo: [] }, admins: { eve: "main" } },
  crux: { admins: { cat: "main" } },
} as const satisfies WorldPlan["organizations"];
const members = { bolt: "whole", crux: "nobody" } as const;

/** The World with Space `s` as planned, to be asked. */
const within = (
  space: Partial<SpacePlan>,
  plan: WorldPlan["organizations"] = organizations,
): Play =>
  play({}, buildWorld({ organizations: plan, spaces: { s: { host: "acme", members, ...space } } }));
/** The World with `acme` as planned besides. */
const home = (acme: WorldPlan["organizations"][string]): Play =>
  within({}, { ...organizations, acme: { ...organizations.acme, ...acme } });

describe("inputs of a plan", () => {
  test("are real, whatever the ids, and hire nobody unasked", () => {
    const inputs = worldInputs({ organizations: { acme: {}, constructor: {} } });
    expect(inputs.map(({ type }) => type)).toEqual([
      "organization.registered",
      "organization.registered",
    ]);
    expect(inputs.map(({ id }) => id)).toEqual(["input-1", "input-2"]);
  });

  test("hire people in the order written, and admins who are not among them after that", () => {
    const people = { bob: [], eve: [] };
    const plan = { acme: { people, admins: { ann: "sub", eve: "main" } } } as const;
    const hired = worldInputs({ organizations: plan }).filter(
      ({ type }) => type === "person.hired",
    );
    expect(hired.map(({ data }) => (data as { person: string }).person)).toEqual([
      ...["bob", "eve", "ann"],
    ]);
  });

  test("say which one is refused", () => {
    const acme = { certified: false, admins: { ann: "main" } } as const;
    const refused = { organizations: { acme }, spaces: { s: { host: "acme" } } };
    expect(() => buildWorld(refused)).toThrow(/HOST_NOT_CERTIFIED.*space\.create/);
  });

  test("say that an admin is wanting", () => {
    const plan = { acme: { admins: { ann: "sub-without-permission" } } } as const;
    const spaces = { s: { host: "acme" } };
    const wanting = /space\.create takes an admin of acme .* the plan has none/;
    expect(() => buildWorld({ organizations: plan, spaces })).toThrow(wanting);
    expect(() => buildWorld({ organizations: {}, spaces })).toThrow(wanting);
  });
});

describe("a plan of an organization", () => {
  test("people: heads and roles", () => {
    const p = home({
      people: { bob: { departments: ["desk"], heads: ["desk"], roles: ["legal"] } },
    });
    expect(JSON.stringify(p.records("heads"))).toContain("bob");
    expect(JSON.stringify(p.records("holders"))).toContain("bob");
  });

  test("successors", () => {
    const p = home({ successors: { bob: "kim" } });
    const named = p.records("employment").filter(([, { successor }]) => successor !== null);
    expect(named).toMatchObject([["acme/bob", { successor: { person: "kim" } }]]);
  });

  test("spaceQuotaExpansion", () => {
    expect(home({ spaceQuotaExpansion: 7 }).organization("acme")).toMatchObject({
      expansion: 7,
    });
  });

  test("batchInvitations", () => {
    const batch = { space: "s", invitations: [{ invitation: "i", organization: "dome" }] };
    const issued = (p: Play) => p.command(["acme", "ann"], "invitation.batch", batch).code;
    expect(issued(home({}))).not.toBeNull();
    expect(issued(home({ batchInvitations: true }))).toBeNull();
  });

  test("licenses and licensed", () => {
    const p = home({ licenses: 3, licensed: ["ann", "bob"] });
    expect(p.ask("license.usage", { viewer: ann })).toMatchObject({ purchased: 3, used: 2 });
  });

  test("apps with flows", () => {
    const steps = [{ mode: "all", approvers: [{ kind: "person", ...ann }] }] as const;
    const p = home({ apps: { crm: { name: "CRM", flows: { leave: steps } } } });
    expect(p.records("app")).toMatchObject([["crm/", { name: "CRM", cool: false }]]);
    expect(p.records("definition")).toMatchObject([[expect.any(String), { steps }]]);
  });
});

describe("a plan of a Space", () => {
  test("personCap, which lets the Host's own people in", () => {
    const spaces = { s: { host: "acme", scope: "whole", personCap: 5, members } } as const;
    const p = play({}, buildWorld({ organizations, spaces }, { ...defaultPolicy, personCap: 1 }));
    expect(p.space("s")).toMatchObject({ cap: 5 });
    expect(p.roster("s")).toHaveLength(5);
  });

  test("applications", () => {
    const p = within({ members: {}, applications: { bolt: "whole" } });
    expect(p.association("s", "bolt")).toBeUndefined();
    expect(p.records("application")).toMatchObject([
      ["bolt-to-s/", { status: "pending", whole: true }],
    ]);
  });

  test("visibility", () => {
    const seen = (visibility: SpacePlan["visibility"]) =>
      within({ visibility: visibility ?? {} }).association("s", "bolt")?.visibility;
    expect(seen({ bolt: "all" })).toEqual({ kind: "all" });
    expect(seen({ bolt: "own" })).toEqual({ kind: "own" });
    expect(seen({ bolt: ["crux"] })).toMatchObject({ organizations: [["crux", 2]] });
  });

  test("partners", () => {
    const p = within({ partners: { bolt: { types: ["supplier"] }, crux: { level: "gold" } } });
    expect(p.association("s", "bolt")).toMatchObject({ types: ["supplier"], level: null });
    expect(p.association("s", "crux")).toMatchObject({ types: [], level: "gold" });
  });

  test("folders and placed", () => {
    const p = within({ folders: { top: null, sub: "top" }, placed: { bolt: "sub" } });
    expect(p.association("s", "bolt")).toMatchObject({ folder: "sub" });
  });

  const used = (p: Play) => p.ask("license.usage", { viewer: ann });
  test("licensed", () => {
    const unit = { kind: "space", space: "s" };
    const p = within({ licensed: { bolt: ["eve", "jo"] } });
    expect(used(p)).toMatchObject({ used: 2, units: [{}, { unit, used: 2 }] });
    expect(used(within({ licensed: {} }))).toMatchObject({ used: 0, units: [{}, { unit }] });
  });

  test("licensedMembers", () => {
    const unit = { kind: "member", space: "s", organization: "bolt" };
    expect(used(within({ licensedMembers: { bolt: ["eve"] } }))).toMatchObject({
      units: [{}, { unit, used: 1 }],
    });
  });

  test("apps for an audience, with permissions", () => {
    const authorized = { partners: [{ type: "supplier" }] };
    const partners = { bolt: { types: ["supplier"] } };
    const permissions = [{ rows: "own" }] as const;
    const p = within({ partners, apps: { crm: { authorized, permissions } } });
    expect(p.records("publication")).toMatchObject([
      ["s/crm", { published: true, restricted: true, partners: [{ type: "supplier" }] }],
    ]);
    expect(p.records("permission")).toMatchObject([["s/crm", { permissions: [{ rows: "own" }] }]]);
    expect(within({ apps: { crm: {} } }).records("publication")).toMatchObject([
      ["s/crm", { restricted: false }],
    ]);
  });

  test("groups", () => {
    const licensed = { bolt: ["eve"] };
    const groups = { talk: { starter: ["acme", "bob"], participants: licensed } } as const;
    const p = within({ scope: "whole", licensed, groups });
    expect(JSON.stringify(p.records("participants"))).toMatch(/bob.*eve|eve.*bob/);
  });
});

test("everything at once breaks no invariant", () => {
  const steps = [{ mode: "any", approvers: [{ kind: "initiator-heads" }] }] as const;
  const world = buildWorld({
    organizations: {
      ...organizations,
      acme: { ...organizations.acme, licensed: ["ann"], apps: { crm: { flows: { f: steps } } } },
    },
    spaces: {
      s: {
        host: "acme",
        scope: "whole",
        members,
        licensed: { bolt: ["eve"] },
        apps: { crm: { authorized: { organizations: ["bolt"] } } },
        groups: { talk: { starter: ["acme", "ann"], participants: { bolt: ["eve"] } } },
      },
      t: { host: "bolt", folders: { top: null }, applications: { acme: "nobody" } },
    },
  });
  expect(invariants(world, defaultPolicy)).toEqual([]);
});
