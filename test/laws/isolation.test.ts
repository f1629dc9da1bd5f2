/**
 * Aim: worlds that look alike to somebody answer them alike, and are told of by the same notices and
 * outcomes; and the bits that are declared to be told are really told: leaving any of them out of the
 * view makes the law fail. So do notices and outcomes that tell too much.
 */
import { expect, test } from "vitest";
import {
  apply,
  ask,
  defaultPolicy,
  type OrganizationId,
  type Policy,
  type Query,
  type Viewer,
  type World,
} from "../../src/index.ts";
import {
  applyAll,
  buildWorld,
  command,
  type Disclosing,
  type Disclosure,
  engine,
  fact,
  factsOf,
  firstFailure,
  type InputDraft,
  isolates,
  isolatesBelow,
  type System,
  soak,
  stamped,
  viewOf,
  type WorldPlan,
  worldInputs,
} from "../../src/testing/index.ts";
import { link, opened } from "../support/hierarchy.ts";
import { holds } from "./run.ts";

test("worlds that look alike answer alike", () => {
  holds([isolates()], "isolation");
});

test("worlds that differ above, below or beside Links answer alike", () => {
  holds([isolates(), isolatesBelow()], "below", { about: "hierarchies" });
});

/** Asks as somebody else where the question is about a Trunk. */
const askingAs =
  (type: string, whom: (world: World, viewer: Viewer, trunk: OrganizationId) => Viewer) =>
  (world: World, query: Query, policy: Policy) => {
    const { viewer, trunk } = query.data as { viewer: Viewer; trunk?: OrganizationId };
    if (query.type !== type || trunk === undefined) return ask(world, query, policy);
    const data = { ...query.data, viewer: whom(world, viewer, trunk) };
    return ask(world, { ...query, data } as typeof query, policy);
  };

/** Somebody of an organization; an admin of it where one is wanted. */
function someoneOf(world: World, id: OrganizationId, isAdmin: boolean): Viewer | undefined {
  const home = factsOf(world, defaultPolicy).organizations.find((each) => each.organization === id);
  const person = (isAdmin ? home?.admins : home?.people)?.[0]?.person;
  return person === undefined ? undefined : { organization: id, person };
}

const asTrunks = (isAdmin: boolean) => (world: World, viewer: Viewer, trunk: OrganizationId) =>
  someoneOf(world, trunk, isAdmin) ?? viewer;

/** Says of a Link that there is none before it says whose it is to decide. */
const linkedFirst: System = {
  ...engine,
  apply: (world, input, policy) => {
    const applied = engine.apply(world, input, policy);
    const { outcome } = applied;
    if (outcome.kind !== "refused" || !/^(?:link|scope)\./u.test(input.type)) return applied;
    const { trunk, organization } = input.data as { trunk?: string; organization?: string };
    if (outcome.refusal.code !== "NOT_TRUNK_ADMIN" || trunk === undefined) return applied;
    const isLinked = (factsOf(world, policy).hierarchies?.links ?? []).some(
      (each) => each.trunk === trunk && each.organization === organization,
    );
    const data = { trunk, organization };
    const refusal = (isLinked ? outcome.refusal : { code: "NOT_LINKED", data }) as never;
    return { ...applied, outcome: { kind: "refused", refusal } };
  },
};

const leaks: readonly [string, Parameters<typeof isolates>[0], System][] = [
  [
    "a book shows everybody in it",
    { asking: askingAs("hierarchy.contacts", asTrunks(false)) },
    engine,
  ],
  [
    "anybody opens anybody of a book",
    { asking: askingAs("hierarchy.contact", asTrunks(false)) },
    engine,
  ],
  ["why is told in full to all", { asking: askingAs("hierarchy.why", asTrunks(true)) }, engine],
  ["offices of others are shown", { asking: askingAs("liaison.of", asTrunks(true)) }, engine],
  ["whom an app covers is shown", { asking: askingAs("app.covered", asTrunks(true)) }, engine],
  ["a refusal says who is linked", {}, linkedFirst],
];

test.each(leaks)("the law fails in hierarchies where %s", (_, options, system) => {
  const scripts = { about: "hierarchies" } as const;
  const { failures } = soak([isolatesBelow(options)], {
    seed: 11,
    inputs: 20_000,
    scripts,
    system,
  });
  expect(failures.map(({ failure }) => failure.law)).toEqual(["isolation below"]);
});

/** One notice of a departure to everybody, of all Spaces left: what each circle is told, put together. */
const namingAll: System = {
  ...engine,
  apply: (world, input, policy) => {
    const applied = engine.apply(world, input, policy);
    if (applied.outcome.kind === "refused") return applied;
    const { notices } = applied.outcome;
    const [first, ...others] = notices.filter(({ kind }) => kind === "COUNTERPART_LEFT");
    if (first?.kind !== "COUNTERPART_LEFT") return applied;
    const left = [first, ...(others as (typeof first)[])];
    const all = {
      ...first,
      to: left.flatMap(({ to }) => to),
      data: { ...first.data, spaces: [...new Set(left.flatMap(({ data }) => data.spaces))] },
    };
    const rest = notices.filter(({ kind }) => kind !== "COUNTERPART_LEFT");
    return { ...applied, outcome: { ...applied.outcome, notices: [...rest, all] } };
  },
};

/** What is wrong with the law of isolation on a script, if anything is. */
function found(
  plan: WorldPlan,
  hidden: readonly InputDraft[],
  options: Parameters<typeof isolates>[0] = {},
  { system = engine, policy = defaultPolicy }: { system?: System; policy?: Policy } = {},
): string | undefined {
  const start = worldInputs(plan);
  const inputs = [...start, ...stamped(hidden, start.length + 1)];
  return firstFailure({ policy, inputs }, [isolates(options)], system)?.message;
}

const admins = { ann: "main" } as const;

test("the law fails where a notice names a Space of another Host", () => {
  const plan: WorldPlan = {
    organizations: { one: { admins }, two: { admins }, guest: { admins, people: { eve: [] } } },
    spaces: {
      s: { host: "one", members: { guest: { people: ["eve"] } } },
      t: { host: "two", members: { guest: "nobody" } },
    },
  };
  const hidden = command("scope.put-in", ["guest", "ann"], {
    space: "t",
    organization: "guest",
    people: ["eve"],
  });
  expect(found(plan, [hidden])).toBe(undefined);
  expect(found(plan, [hidden], {}, { system: namingAll })).toMatch(
    /what a notice of fact\("person.resigned".* tells .*"one"/,
  );
});

test("the law fails where an outcome says who enters a Space that its sender sees nobody else in", () => {
  const policy = { ...defaultPolicy, personCap: 2 };
  const departments = { in: null } as const;
  const plan: WorldPlan = {
    organizations: {
      host: { admins },
      north: { admins, people: { nan: [], ned: [] } },
      south: { admins, departments, people: { sue: [] } },
      west: { admins, departments, people: { wes: [] } },
    },
    spaces: {
      s: {
        host: "host",
        members: {
          north: { people: ["nan", "ned"] },
          south: { departments: ["in"] },
          west: { departments: ["in"] },
        },
      },
    },
  };
  const moved = (organization: string, person: string, to: readonly string[]) =>
    fact("person.relocated", { organization, person, number: 1, departments: to });
  const hidden = [
    moved("south", "sue", ["in"]),
    moved("west", "wes", ["in"]),
    moved("south", "sue", []),
  ];
  expect(found(plan, hidden, {}, { policy })).toBe(undefined);
  const disclosing: Disclosing = ({ events }) => ({ kind: "accepted", events: events as never });
  expect(found(plan, hidden, { disclosing }, { policy })).toMatch(
    /what the outcome of .*"north".* tells .*"north"/,
  );
});

/** What happens out of sight, and what is then answered differently. */
interface Told {
  readonly policy: Policy;
  readonly world: World;
  readonly hidden: readonly InputDraft[];
  readonly asked: InputDraft;
  readonly code: string;
}

const main = { admins: { ann: "main" } } as const;
const organizations = { host: { ...main, people: { hal: [] } }, other: main, guest: main };
const invite = (space: string) => [
  command("invitation.issue", [space === "s" ? "host" : "other", "ann"], {
    space,
    invitation: `to-${space}`,
    form: "link",
  }),
];
const applied = (policy: Policy): World =>
  applyAll(
    buildWorld({ organizations, spaces: { s: { host: "host" }, t: { host: "other" } } }, policy),
    stamped(
      [
        ...invite("s"),
        ...invite("t"),
        command("application.submit", ["guest", "ann"], { application: "a", invitation: "to-s" }),
      ],
      1000,
    ),
    policy,
  );
const approve = command("application.approve", ["host", "ann"], {
  space: "s",
  organization: "guest",
  application: "a",
});

/** A Space with a Member whose unit selects a department, and with a pool that takes it in. */
const licensed = applyAll(
  buildWorld({
    organizations: {
      host: main,
      guest: {
        ...main,
        departments: { unit: null, other: null },
        people: { eve: ["unit"], joe: [] },
      },
    },
    spaces: { s: { host: "host", members: { guest: { departments: ["unit"] } } } },
  }),
  stamped(
    [
      fact("license.purchased", { organization: "host", purchased: 2 }),
      command("license.link", ["host", "ann"], { unit: { kind: "space", space: "s" } }),
    ],
    1000,
  ),
  defaultPolicy,
);

/** A Host whose person uses an app of it with a license that has no end. */
const using = applyAll(
  buildWorld({ organizations: { host: { ...main, people: { hal: [] } } } }),
  stamped(
    [
      fact("license.purchased", { organization: "host", purchased: 1 }),
      command("license.grant", ["host", "ann"], {
        unit: { kind: "host", organization: "host" },
        people: [{ organization: "host", person: "hal" }],
      }),
      command("app.create", ["host", "ann"], { app: "form", name: "Form" }),
    ],
    1000,
  ),
  defaultPolicy,
);

const small: Policy = { ...defaultPolicy, personCap: 1, joinLimit: 1 };
const open: Policy = { ...defaultPolicy, groupInviteRequiresVisibility: false };
const gated: Policy = { ...defaultPolicy, gateStage: "container-too" };

/** A county with one town and a role of liaisons that the town keeps; another county's application waits. */
const county = ((): World => {
  const p = opened(["county", "town", "other", "third"]);
  p.hire("town", "bob");
  p.createDepartments("town", [["hall", null]]);
  link(p, "county", "town", { scope: { whole: true } });
  const role = { trunk: "county", role: "secretary", name: "Secretary" };
  p.command("county", "liaison.define", { ...role, keptBy: "organizations" });
  p.command("county", "invitation.issue", { trunk: "county", invitation: "i", form: "link" });
  p.command("other", "application.submit", { application: "a", invitation: "i" });
  p.command("county", "app.create", { app: "form", name: "Form" });
  return p.world();
})();
const oneTrunk: Policy = { ...defaultPolicy, trunkLimit: 1 };

const cases: { readonly [Name in Disclosure]: Told } = {
  terms: {
    policy: { ...defaultPolicy, licenseGraceDays: 0 },
    world: using,
    hidden: [fact("license.purchased", { organization: "host", purchased: 1, until: 3500 })],
    asked: command("form.submit", ["host", "hal"], { app: "form", rows: [{ row: "r" }] }),
    code: "LICENSE_TERM_ENDED",
  },
  room: {
    policy: small,
    world: buildWorld(
      { organizations, spaces: { s: { host: "host", members: { guest: "nobody" } } } },
      small,
    ),
    hidden: [
      command("scope.put-in", ["host", "ann"], {
        space: "s",
        organization: "host",
        people: ["hal"],
      }),
    ],
    asked: command("scope.put-in", ["guest", "ann"], {
      space: "s",
      organization: "guest",
      people: ["bob"],
    }),
    code: "PERSON_CAP_EXCEEDED",
  },
  "join-limit": {
    policy: small,
    world: applied(small),
    hidden: [
      command("application.submit", ["guest", "ann"], { application: "b", invitation: "to-t" }),
      command("application.approve", ["other", "ann"], {
        space: "t",
        organization: "guest",
        application: "b",
      }),
    ],
    asked: approve,
    code: "JOIN_LIMIT_EXCEEDED",
  },
  interconnection: {
    policy: gated,
    world: applied(gated),
    hidden: [fact("organization.sso-changed", { organization: "guest", sso: true })],
    asked: approve,
    code: "SSO_NOT_SUPPORTED",
  },
  presence: {
    policy: open,
    world: buildWorld(
      {
        organizations: {
          host: main,
          third: main,
          guest: { ...main, departments: { unit: null }, people: { eve: ["unit"], joe: [] } },
        },
        spaces: {
          s: {
            host: "host",
            members: { guest: { departments: ["unit"] }, third: { people: ["ann"] } },
          },
        },
      },
      open,
    ),
    hidden: [
      fact("person.relocated", {
        organization: "guest",
        person: "eve",
        number: 1,
        departments: [],
      }),
      fact("person.relocated", {
        organization: "guest",
        person: "joe",
        number: 1,
        departments: ["unit"],
      }),
    ],
    asked: command("group.start", ["third", "ann"], {
      ...{ space: "s", group: "g", name: "G" },
      participants: [{ organization: "guest", person: "eve" }],
    }),
    code: "NOT_IN_SPACE",
  },
  departments: {
    policy: defaultPolicy,
    world: licensed,
    hidden: [fact("department.removed", { organization: "guest", department: "other" })],
    asked: command("license.automate", ["host", "ann"], {
      unit: { kind: "space", space: "s" },
      organization: "guest",
      departments: ["other"],
    }),
    code: "UNKNOWN_DEPARTMENT",
  },
  offices: {
    policy: defaultPolicy,
    world: county,
    hidden: [
      command("liaison.define", ["county", "county-admin"], {
        ...{ trunk: "county", role: "secretary", name: "Secretary", keptBy: "trunk" },
      }),
    ],
    asked: command("liaison.assign", ["town", "town-admin"], {
      ...{ trunk: "county", role: "secretary" },
      ...{ node: { organization: "town", department: null }, people: [] },
    }),
    code: "NOT_TRUNK_ADMIN",
  },
  "departments-below": {
    policy: defaultPolicy,
    world: county,
    hidden: [fact("department.removed", { organization: "town", department: "hall" })],
    asked: command("liaison.assign", ["county", "county-admin"], {
      ...{ trunk: "county", role: "secretary" },
      ...{ node: { organization: "town", department: "hall" }, people: [] },
    }),
    code: "UNKNOWN_DEPARTMENT",
  },
  linking: {
    policy: oneTrunk,
    world: county,
    hidden: [
      command("invitation.issue", ["third", "third-admin"], {
        ...{ trunk: "third", invitation: "j", form: "link" },
      }),
      command("application.submit", ["other", "other-admin"], {
        ...{ application: "b", invitation: "j" },
      }),
      command("application.approve", ["third", "third-admin"], {
        ...{ trunk: "third", items: [{ application: "b" }] },
      }),
    ],
    asked: command("application.approve", ["county", "county-admin"], {
      ...{ trunk: "county", items: [{ application: "a" }] },
    }),
    code: "TRUNK_LIMIT_EXCEEDED",
  },
  book: {
    policy: defaultPolicy,
    world: applyAll(
      county,
      stamped(
        [
          fact("industry.changed", {
            ...{ organization: "county", person: "kid", kind: "member", nodes: [] },
          }),
          fact("license.purchased", { organization: "county", purchased: 1 }),
          command("license.grant", ["county", "county-admin"], {
            unit: { kind: "host", organization: "county" },
            people: [{ organization: "county", person: "county-admin" }],
          }),
        ],
        1000,
      ),
      defaultPolicy,
    ),
    hidden: [fact("industry.left", { organization: "county", person: "kid", kind: "member" })],
    asked: command("form.submit", ["county", "county-admin"], {
      ...{ app: "form", rows: [{ row: "r" }], owner: "kid" },
    }),
    code: "PICK_TARGET_OUTSIDE_SCOPE",
  },
};

test.each(Object.entries(cases) as [Disclosure, Told][])(
  "the disclosure of %s is told by a refusal, and by nothing else in the view",
  (disclosure, { policy, world, hidden, asked, code }) => {
    const isGuest = world !== county && world !== using && disclosure !== "book";
    const bob = stamped(isGuest ? [fact("person.hired", hiredBob)] : [], 2000);
    const before = applyAll(world, bob, policy);
    const after = applyAll(before, stamped(hidden, 3000), policy);
    const [input] = stamped([asked], 4000);
    const viewer = (input as { readonly by: Parameters<typeof viewOf>[1] }).by;
    const seen = (of: World, without: readonly Disclosure[]) =>
      JSON.stringify(viewOf(of, viewer, policy, { without }));
    expect(apply(before, input, policy).outcome.kind).toBe("accepted");
    expect(apply(after, input, policy).outcome).toMatchObject({ refusal: { code } });
    expect(seen(after, [disclosure])).toBe(seen(before, [disclosure]));
    expect(seen(after, [])).not.toBe(seen(before, []));
  },
);

const hiredBob = {
  organization: "guest",
  person: "bob",
  number: 1,
  departments: [],
  fields: { name: "Bob" },
};
