// Aim: an outcome shows its sender what is theirs to see, and nothing of what happens to others.
// Method: places and licenses are freed for people of organizations that the sender does not see.
import { expect, test } from "vitest";
import { disclose, type RecordedOutcome } from "../../src/host/index.ts";
import { summarize } from "../../src/host/preview.ts";
import { apply, defaultPolicy, type Input } from "../../src/index.ts";
import {
  applyAll,
  buildWorld,
  command,
  fact,
  type InputDraft,
  stamped,
} from "../../src/testing/index.ts";
import { link, opened } from "../support/hierarchy.ts";

const policy = { ...defaultPolicy, personCap: 2 };
const admins = { ann: "main" } as const;

/** A Space for two, full of people of `north`; somebody of `south` waits. Nobody but the Host sees both. */
const world = applyAll(
  buildWorld(
    {
      organizations: {
        host: { admins },
        north: { admins, departments: { in: null }, people: { nan: ["in"], ned: ["in"] } },
        south: { admins, departments: { in: null }, people: { sue: [] } },
      },
      spaces: {
        s: {
          host: "host",
          members: { north: { departments: ["in"] }, south: { departments: ["in"] } },
        },
      },
    },
    policy,
  ),
  stamped(
    [
      fact("person.relocated", {
        organization: "south",
        person: "sue",
        number: 1,
        departments: ["in"],
      }),
    ],
    5000,
  ),
  policy,
);

/** What an input comes to, and who sent it. */
function come(draft: InputDraft, before = world) {
  const [input] = stamped([draft], 9000) as readonly [Input];
  const { outcome } = apply(before, input, policy);
  return { outcome: outcome as RecordedOutcome, sender: "by" in input ? input.by : input.from };
}

const takeOut = (...people: string[]) =>
  come(command("scope.take-out", ["north", "ann"], { space: "s", organization: "north", people }));

const NOTHING = {
  ...{ grants: 0, groups: 0, handedOver: 0, parked: 0 },
  ...{ installations: 0, organizations: 0, offices: 0, settings: 0, departments: 0 },
};

test("whoever frees a place does not learn who enters, nor that anybody does", () => {
  const { outcome, sender } = takeOut("nan");
  expect(outcome).toMatchObject({
    events: [
      { type: "scope.changed" },
      { type: "roster.left", data: { person: "nan" } },
      { type: "roster.entered", data: { organization: "south" } },
    ],
  });
  const shown = disclose(outcome, sender);
  expect(shown).toMatchObject({
    events: [
      { type: "scope.changed", seq: 0, cause: null },
      { type: "roster.left", seq: 1, data: { person: "nan" } },
    ],
  });
  expect(shown).not.toHaveProperty("notices");
  expect(JSON.stringify(shown)).not.toContain("south");
  const preview = disclose(summarize(outcome), sender);
  expect(preview.spaces).toEqual([
    { space: "s", entering: 0, leaving: 1, queueing: 0, unqueueing: 0 },
  ]);
  expect(preview.taken).toEqual(NOTHING);
});

test("events that are shown are numbered as if there were no others", () => {
  const { outcome, sender } = come(
    command("association.cancel", ["host", "ann"], { space: "s", organization: "north" }),
  );
  const shown = disclose(outcome, sender);
  if (shown.kind === "refused") throw new Error("refused");
  expect(shown.events.map(({ seq }) => seq)).toEqual(shown.events.map((_, index) => index));
  for (const { seq, cause } of shown.events) expect(cause ?? -1).toBeLessThan(seq);
});

/** Where `north` has applied. */
const applied = applyAll(
  buildWorld(
    {
      organizations: {
        host: { admins },
        north: { admins, departments: { in: null }, people: { nan: ["in"], ned: ["in"] } },
      },
      spaces: { s: { host: "host" } },
    },
    policy,
  ),
  stamped(
    [
      command("invitation.issue", ["host", "ann"], {
        space: "s",
        invitation: "i",
        form: "link",
        maxUses: 3,
      }),
      command("application.submit", ["north", "ann"], {
        application: "a",
        invitation: "i",
        scope: { departments: ["in"], people: [], exclude: { people: ["ned"] } },
      }),
    ],
    5000,
  ),
  policy,
);
test("whoever approves an application is not told its scope", () => {
  const [approve] = stamped(
    [command("application.approve", ["host", "ann"], { application: "a" })],
    9000,
  ) as readonly [Input];
  const { outcome } = apply(applied, approve, policy);
  expect(JSON.stringify(outcome)).toContain("ned");
  const shown = disclose(outcome as RecordedOutcome, "by" in approve ? approve.by : approve.from);
  expect(shown).toMatchObject({
    events: [
      { type: "application.approved" },
      { type: "association.formed" },
      { data: { person: "nan" } },
    ],
  });
  expect(JSON.stringify(shown)).not.toContain("ned");
});

test("whoever withdraws an application is not told how often the invitation may still be used", () => {
  const withdraw = command("application.withdraw", ["north", "ann"], { application: "a" });
  const { outcome, sender } = come(withdraw, applied);
  expect(outcome).toMatchObject({ events: [{ data: { usesLeft: 3 } }] });
  const shown = disclose(outcome, sender);
  expect(shown).toMatchObject({ events: [{ data: { application: "a" } }] });
  expect(JSON.stringify(shown)).not.toContain("usesLeft");
});

test("a Space's admin sees who comes and goes there, on both sides", () => {
  const { outcome, sender } = come(
    command("association.cancel", ["host", "ann"], { space: "s", organization: "north" }),
  );
  const shown = disclose(summarize(outcome), sender);
  expect(shown.spaces).toEqual([
    { space: "s", entering: 1, leaving: 2, queueing: 0, unqueueing: 0 },
  ]);
});

test("a directory learns what befalls its own people, and nothing of others", () => {
  const { outcome, sender } = come(
    fact("person.resigned", { organization: "north", person: "nan", number: 1 }),
  );
  const shown = disclose(outcome, sender);
  expect(shown).toMatchObject({
    events: [{ type: "person.resigned" }, { type: "roster.left" }, { type: "departure.kept" }],
  });
  expect(shown.kind === "accepted" && shown.events.length).toBe(3);
  expect(JSON.stringify(shown)).not.toContain("things");
});

test("who waits for a license in another's pool does not show, whatever gave the place away", () => {
  const granted = (seq: number, cause: number | null, host: string) => ({
    ...{ v: 1, input: "i", seq, at: 1, cause, type: "license.granted" },
    data: {
      host,
      unit: { kind: "space", space: "s" },
      number: 0,
      organization: "north",
      person: "p",
    },
  });
  const events = [granted(0, null, "host"), granted(1, 0, "north")];
  const outcome = { kind: "accepted", events, notices: [] } as unknown as RecordedOutcome;
  expect(disclose(outcome, { organization: "north" as never })).toEqual({
    kind: "accepted",
    events: [{ ...granted(0, null, "north") }],
  });
});

test("platform and support see their own act alone", () => {
  const { outcome, sender } = come(
    command("person-cap.expand", { support: "staff" }, { space: "s", cap: 5 }),
  );
  expect(outcome.kind === "accepted" && outcome.events.length).toBe(2);
  expect(disclose(outcome, sender)).toMatchObject({ events: [{ type: "person-cap.expanded" }] });
  const ended = come(fact("organization.ended", { organization: "north" }));
  const shown = disclose(ended.outcome, ended.sender);
  expect(shown.kind === "accepted" && shown.events.map(({ type }) => type)).toEqual([
    "organization.ended",
  ]);
});

test("a refusal is shown as it is, and so is the preview of one", () => {
  const { outcome, sender } = takeOut("nobody");
  expect(outcome.kind).toBe("refused");
  expect(disclose(outcome, sender)).toEqual(outcome);
  expect(disclose(summarize(outcome), sender)).toEqual({
    kind: "preview",
    outcome,
    spaces: [],
    trunks: [],
    taken: NOTHING,
  });
});

test("a list shows whom it names, without the numbers of their employments", () => {
  const ann = ["host", "ann"] as const;
  const people = [{ organization: "north", person: "nan" }];
  const inputs = stamped(
    [
      command("app.create", ann, { app: "crm", name: "CRM" }),
      command("app.authorize", ann, { space: "s", app: "crm", authorized: { people } }),
      command("app.publish", ann, { space: "s", app: "crm" }),
      command("app.permit", ann, {
        space: "s",
        app: "crm",
        permissions: [{ rows: "own", for: { people } }],
      }),
    ],
    9500,
  );
  const named = [["north", "nan", 1]];
  let before = world;
  const shown = inputs.flatMap((input) => {
    const { outcome, world: after } = apply(before, input as never, policy);
    before = after;
    const told = disclose(outcome as RecordedOutcome, { organization: "host" } as never);
    return told.kind === "accepted" ? told.events : [];
  });
  expect(shown).toMatchObject([
    { type: "app.created" },
    { type: "app.authorized", data: { authorized: { people: named } } },
    { type: "app.published" },
    { type: "app.permitted", data: { permissions: [{ for: { people: named } }] } },
  ]);
});

test("a Trunk that cancels a Link sees the offices and seats that end, and whoever leaves with them", () => {
  const p = opened(["trunk", "branch"]);
  link(p, "trunk", "branch", { scope: { whole: true } });
  const people = [{ organization: "branch", person: "branch-admin" }];
  const role = { trunk: "trunk", role: "secretary" };
  const node = { organization: "branch", department: null };
  p.command("trunk", "liaison.define", { ...role, name: "Secretary" });
  p.command("trunk", "liaison.assign", { ...role, node, people });
  p.fact("license.purchased", { organization: "trunk", purchased: 5 });
  const unit = { kind: "hierarchy", organization: "trunk" } as const;
  p.command("trunk", "license.grant", { unit, people });
  const { outcome } = p.command("trunk", "link.cancel", {
    ...{ trunk: "trunk", organization: "branch" },
  });
  const seenBy = (organization: string) =>
    disclose(summarize(outcome as never), {
      organization,
      person: `${organization}-admin`,
    } as never);
  const { trunks, taken } = seenBy("trunk");
  expect(trunks).toEqual([{ trunk: "trunk", entering: 0, leaving: 1 }]);
  expect(taken).toEqual({ ...NOTHING, grants: 1, offices: 1, organizations: 1 });
  // Of licenses a Branch learns nothing: the pool is its Trunk's.
  expect(seenBy("branch").taken).toEqual({ ...NOTHING, offices: 1, organizations: 1 });
});

test("how full a Space is, or what an applicant has joined, is for those whose limit it is", () => {
  const watching = { ...policy, alertSubjects: ["persons", "joins"], alertRearmBelow: 50 } as const;
  const left = stamped(
    [
      fact("person.resigned", { organization: "north", person: "nan", number: 1 }),
      fact("person.resigned", { organization: "south", person: "sue", number: 1 }),
    ],
    8000,
  );
  const before = applyAll(world, left as readonly Input[], watching);
  const [input] = stamped(
    [
      fact("person.hired", {
        ...{ organization: "north", person: "new", number: 1, departments: ["in"] },
        fields: { name: "New" },
      }),
    ],
    9000,
  ) as readonly [Input];
  const { outcome } = apply(before, input, watching);
  const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
  const { events } = outcome as Extract<RecordedOutcome, { kind: "accepted" }>;
  expect(typesOf(events)).toContain("space.unarmed");
  const shown = disclose(outcome as RecordedOutcome, { organization: "north" } as never);
  expect(shown.kind === "accepted" && typesOf(shown.events)).not.toContain("space.unarmed");
});

test("a Member that leaves does not learn who enters in its place", () => {
  const [input] = stamped(
    [command("association.leave", ["north", "ann"], { space: "s", organization: "north" })],
    9000,
  ) as readonly [Input];
  const { outcome } = apply(world, input, { ...policy, memberExit: "own-admin" });
  const { events } = outcome as Extract<RecordedOutcome, { kind: "accepted" }>;
  expect(JSON.stringify(events)).toContain("sue");
  const shown = disclose(outcome as RecordedOutcome, { organization: "north" } as never);
  expect(JSON.stringify(shown)).not.toContain("sue");
});

test("whoever starts a flow is not told how its Host has it signed and withdrawn", () => {
  const p = opened(["county", "town"]);
  link(p, "county", "town", { scope: { whole: true } });
  p.command("county", "app.create", { app: "form", name: "Form" });
  p.command("county", "app.publish", { trunk: "county", app: "form", autoInstall: true });
  p.fact("license.purchased", { organization: "county", purchased: 1 });
  p.command("county", "license.grant", {
    unit: { kind: "hierarchy", organization: "county" },
    people: [{ organization: "town", person: "town-admin" }],
  });
  const approvers = [{ kind: "person", organization: "county", person: "county-admin" }] as const;
  p.command("county", "flow.define", {
    ...{ app: "form", flow: "f", steps: [{ approvers, mode: { vote: { approvals: 1 } } }] },
    ...{ repeatedApproval: "once", withdrawUntil: "first-act", withdrawDays: 1, takeBack: true },
  });
  const draft = command("flow.start", ["town", "town-admin"], {
    ...{ trunk: "county", app: "form", flow: "f", instance: "i", row: "r" },
  });
  const { outcome, sender } = come(draft, p.world());
  expect(outcome.kind).toBe("accepted");
  const shown = disclose(outcome, sender);
  const started = shown.kind === "accepted" ? shown.events : [];
  expect(started.find(({ type }) => type === "flow.started")?.data).toEqual({
    ...{ instance: "i", app: "form", host: "county", trunk: "county", flow: "f", space: null },
    initiator: { organization: "town", person: "town-admin" },
    row: "r",
  });
  const begun = { type: "flow.step-begun", data: { instance: "i", step: 0, needed: 1 } };
  expect(outcome.kind === "accepted" && outcome.events).toContainEqual(
    expect.objectContaining(begun),
  );
  const { needed: _, ...told } = begun.data;
  expect(started.find(({ type }) => type === "flow.step-begun")?.data).toEqual(told);
});
