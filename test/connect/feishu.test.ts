// Aim: what Feishu sends becomes the inputs that it means, each with an id that its content has alone.
// Method: payloads written by hand after the public documentation, whole, withheld in part, and as the
// vendor's dispatcher hands them on; any JSON.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Need } from "../../src/connect/feishu/index.ts";
import { fromEvent, fromPull } from "../../src/connect/feishu/index.ts";
import { answering, changesIn, inputsIn, said, spoiled, wellFormed } from "./support.ts";

const corp = "2ca1d211f64f6438";
const at = 1_700_000_000_123;
const revision = at;

const message = (type: string, event: object) => ({
  schema: "2.0",
  header: {
    event_id: "5e3702a84e847582be8db7fb73283c02",
    event_type: type,
    create_time: String(at),
    token: "rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV",
    app_id: "cli_9f5343c580712544",
    tenant_key: corp,
  },
  event,
});

/** As the vendor's dispatcher gives it to its handlers. */
const dispatched = (type: string, event: object) => {
  const { schema, header, event: rest } = message(type, event);
  return { [Symbol("event-type")]: type, schema, ...header, ...rest };
};

const ada = {
  open_id: "ou_ada",
  union_id: "on_ada",
  user_id: "e33ggbyz",
  name: "Ada",
  en_name: "Ada L.",
  email: "",
  enterprise_email: "ada@bolt.example",
  job_title: "Engineer",
  mobile: "12345678910",
  status: {
    is_frozen: false,
    is_resigned: false,
    is_activated: true,
    is_exited: false,
    is_unjoin: false,
  },
  department_ids: ["od-works", "od-tools"],
  leader_user_id: "ou_grace",
  join_time: 1_615_381_702,
  employee_no: "e33ggbyz",
};
const grace = { open_id: "ou_grace", name: "Grace", department_ids: ["0"], leader_user_id: "" };
const works = {
  name: "Works",
  parent_department_id: "0",
  department_id: "D1",
  open_department_id: "od-works",
  leader_user_id: "ou_grace",
  status: { is_deleted: false },
  leaders: [
    { leaderType: 1, leaderID: "ou_grace" },
    { leaderType: 2, leaderID: "ou_ada" },
  ],
};
const tools = {
  name: "Tools",
  parent_department_id: "od-works",
  open_department_id: "od-tools",
  leaders: [{ leaderType: 1, leaderID: "ou_ada" }],
};

const ok = (data: object) => ({ code: 0, msg: "success", data });
const users: Record<string, object> = { ou_ada: ada, ou_grace: grace };
const departments: Record<string, object> = { "od-works": works, "od-tools": tools };

function ask({ kind, id, page }: Need): unknown {
  if (kind === "user") return id in users ? ok({ user: users[id] }) : { code: 41012 };
  if (kind === "department") {
    return id in departments ? ok({ department: departments[id] }) : { code: 40015 };
  }
  if (kind === "departments") {
    return page === undefined
      ? ok({ has_more: true, page_token: "AQD9/next=", items: [tools] })
      : ok({ has_more: false, items: [works] });
  }
  if (id === "0") return ok({ has_more: false, items: [grace] });
  if (id === "od-tools") return ok({ has_more: false });
  return page === undefined
    ? ok({ has_more: true, page_token: "2", items: [ada] })
    : ok({ has_more: false, items: [ada] });
}

const convert = (payload: unknown, settings = {}) =>
  answering((answers) => fromEvent(payload, answers, settings), ask);
const changes = (payload: unknown, settings = {}) =>
  changesIn(inputsIn(convert(payload, settings).result));

const person = `${corp}/ou_ada`;
const boss = `${corp}/ou_grace`;
const fields = {
  name: "Ada",
  title: "Engineer",
  email: "ada@bolt.example",
  phone: "12345678910",
};
const placed = ["od-works", "od-tools"];

describe.each([
  ["a message", message],
  ["what the dispatcher hands on", dispatched],
  ["JSON", (type: string, event: object) => JSON.stringify(message(type, event))],
])("%s", (_, event) => {
  test("whoever is new is hired as the event shows them", () => {
    const { result, asked } = convert(event("contact.user.created_v3", { object: ada }));
    expect(asked).toEqual([]);
    const inputs = inputsIn(result);
    expect(said(inputs)[0]).toMatchObject({ at, from: { organization: corp } });
    expect(changesIn(inputs)).toEqual([
      ["person.hired", { person, departments: placed, fields }],
      ["person.manager-changed", { person, manager: { person: boss }, revision }],
    ]);
  });

  test("whoever changed is as the event shows them", () => {
    const payload = event("contact.user.updated_v3", { object: ada, old_object: { name: "A" } });
    expect(changes(payload)).toEqual([
      ["person.relocated", { person, departments: placed, revision }],
      ["person.fields-changed", { person, fields, revision }],
      ["person.resumed", { person, revision }],
      ["person.manager-changed", { person, manager: { person: boss }, revision }],
    ]);
  });

  test("whoever is deleted has left", () => {
    const { department_ids: _, name: __, ...object } = ada;
    const old_object = { open_id: "ou_ada", department_ids: ["od-works"] };
    expect(
      said(inputsIn(convert(event("contact.user.deleted_v3", { object, old_object })).result)),
    ).toEqual([
      {
        at,
        from: { organization: corp },
        type: "person.resigned",
        data: { organization: corp, person },
      },
    ]);
  });

  test("departments are created, renamed and moved, and removed; the root is none", () => {
    expect(changes(event("contact.department.created_v3", { object: works }))).toEqual([
      ["department.created", { department: "od-works", parent: null, name: "Works", revision }],
    ]);
    expect(
      changes(event("contact.department.updated_v3", { object: tools, old_object: works })),
    ).toEqual([
      ["department.renamed", { department: "od-tools", name: "Tools", revision }],
      ["department.moved", { department: "od-tools", parent: "od-works", revision }],
    ]);
    const object = { open_department_id: "od-tools", status: { is_deleted: true } };
    expect(changes(event("contact.department.deleted_v3", { object }))).toEqual([
      ["department.removed", { department: "od-tools", revision }],
    ]);
    const root = { ...works, open_department_id: "0" };
    expect(convert(event("contact.department.updated_v3", { object: root })).result).toMatchObject({
      inputs: [],
      left: [{ kind: "department", id: "0", reason: "root" }],
    });
  });

  test("another scope of what is seen calls for another pull", () => {
    const payload = event("contact.scope.updated_v3", { added: {}, removed: { users: [ada] } });
    expect(convert(payload).result).toEqual({
      kind: "inputs",
      inputs: [],
      left: [{ kind: "scope", id: corp, reason: "pull-again" }],
    });
  });
});

test("what an event withholds is looked up, and a problem if it is withheld there too", () => {
  const { name: _, ...nameless } = ada;
  const payload = message("contact.user.created_v3", { object: nameless });
  const { result, asked } = convert(payload);
  expect(asked).toEqual([
    {
      kind: "user",
      id: "ou_ada",
      call: "GET /open-apis/contact/v3/users/:user_id",
      parameters: {
        user_id: "ou_ada",
        user_id_type: "open_id",
        department_id_type: "open_department_id",
      },
    },
  ]);
  expect(changesIn(inputsIn(result))[0]).toEqual([
    "person.hired",
    { person, departments: placed, fields },
  ]);
  const body = ok({ user: nameless });
  expect(fromEvent(payload, [{ to: { kind: "user", id: "ou_ada" }, body }])).toEqual({
    kind: "problems",
    problems: [{ path: ["answers", 0, "body", "data", "user", "name"], problem: "missing" }],
  });
  const created = message("contact.department.created_v3", {
    object: { open_department_id: "od-tools" },
  });
  expect(convert(created).asked.map(({ kind, id }) => [kind, id])).toEqual([
    ["department", "od-tools"],
  ]);
  expect(changes(created)).toEqual([
    ["department.created", { department: "od-tools", parent: "od-works", name: "Tools", revision }],
  ]);
});

test("who is gone since is left, who may not be seen too; any other failure is a problem", () => {
  const payload = message("contact.user.updated_v3", { object: { open_id: "ou_leo" } });
  expect(convert(payload).result).toMatchObject({ left: [{ id: "ou_leo", reason: "gone" }] });
  const answered = (body: unknown) =>
    fromEvent(payload, [{ to: { kind: "user", id: "ou_leo" }, body }]);
  expect(answered({ code: 41050 })).toMatchObject({ left: [{ reason: "not-seen" }] });
  expect(answered({ code: 99991663 })).toEqual({
    kind: "problems",
    problems: [{ path: ["answers", 0, "body", "code"], problem: "failed" }],
  });
});

test.each([
  [{ is_frozen: true }, "person.suspended"],
  [{ is_exited: true }, "person.suspended"],
  [{ is_unjoin: true }, "person.resumed"],
])("status %j is %s", (status, type) => {
  const payload = message("contact.user.updated_v3", { object: { ...ada, status } });
  expect(changes(payload)[2]).toEqual([type, { person, revision }]);
});

test("a status of having resigned is a departure; a status that is not shown says nothing", () => {
  const resigned = message("contact.user.updated_v3", {
    object: { ...ada, status: { is_resigned: true } },
  });
  expect(changes(resigned)).toEqual([["person.resigned", { person }]]);
  const { status: _, ...without } = ada;
  expect(
    changes(message("contact.user.updated_v3", { object: without })).map(([type]) => type),
  ).toEqual(["person.relocated", "person.fields-changed", "person.manager-changed"]);
});

test("a manager who is named no more is gone, one who never was is not told", () => {
  const { leader_user_id: _, ...alone } = ada;
  const told = (event: object) =>
    changes(message("contact.user.updated_v3", event)).filter(
      ([type]) => type === "person.manager-changed",
    );
  expect(told({ object: alone })).toEqual([]);
  expect(told({ object: alone, old_object: { leader_user_id: "ou_grace" } })).toEqual([
    ["person.manager-changed", { person, manager: null, revision }],
  ]);
  expect(told({ object: { ...ada, leader_user_id: "" } })).toEqual([
    ["person.manager-changed", { person, manager: null, revision }],
  ]);
});

test("an unknown event is said, one that says nothing kept is left, a malformed one has problems", () => {
  const problems = (payload: unknown) => {
    const result = fromEvent(payload);
    return result.kind === "problems" ? result.problems : result;
  };
  expect(problems(message("im.message.receive_v1", {}))).toEqual([
    { path: ["header", "event_type"], problem: "unknown-event" },
  ]);
  expect(problems(dispatched("im.message.receive_v1", {}))).toEqual([
    { path: ["event_type"], problem: "unknown-event" },
  ]);
  expect(convert(message("contact.custom_attr_event.updated_v3", {})).result).toMatchObject({
    inputs: [],
    left: [{ kind: "event", id: "contact.custom_attr_event.updated_v3", reason: "not-held" }],
  });
  expect(problems({ schema: "2.0", header: { create_time: "soon" } })).toEqual([
    { path: ["header", "event_type"], problem: "missing" },
    { path: ["header", "create_time"], problem: "not-an-integer" },
    { path: ["header", "tenant_key"], problem: "missing" },
  ]);
  expect(problems(message("contact.user.deleted_v3", { object: { open_id: "" } }))).toEqual([
    { path: ["event", "object", "open_id"], problem: "empty" },
  ]);
  expect(problems("{")).toEqual([{ path: [], problem: "not-json" }]);
  expect(problems(message("contact.user.deleted_v3", {}))).not.toEqual([]);
  expect(problems(null)).not.toEqual([]);
});

test("a redelivery is a repeat; ids of different events never meet", () => {
  const ids = (event: unknown, settings = {}) =>
    inputsIn(convert(event, settings).result).map(({ id }) => id);
  const payload = message("contact.user.created_v3", { object: ada });
  const first = ids(payload);
  expect(ids(structuredClone(payload))).toEqual(first);
  expect(ids(dispatched("contact.user.created_v3", { object: ada }))).toEqual(first);
  const other = { ...payload, header: { ...payload.header, event_id: "another" } };
  const { event_id: _, ...unnamed } = payload.header;
  const named = ids(payload, {
    person: ({ union, id }: { union?: string; id: string }) => union ?? id,
  });
  const all = [...first, ...ids(other), ...ids({ ...payload, header: unnamed }), ...named];
  expect(new Set(all).size).toBe(8);
});

describe("a pull", () => {
  const pulled = (settings = {}, how = ask) =>
    answering((answers) => fromPull({ corp, at }, answers, settings), how);

  test("follows every page and gives one list, parents first, with heads and managers", () => {
    const { result, asked } = pulled();
    expect(asked.map(({ kind, id, page }) => [kind, id, page])).toEqual([
      ["departments", "0", undefined],
      ["users", "0", undefined],
      ["departments", "0", "AQD9/next="],
      ["users", "od-tools", undefined],
      ["users", "od-works", undefined],
      ["users", "od-works", "2"],
    ]);
    const inputs = inputsIn(result);
    expect(inputs.map(({ type }) => type)).toEqual([
      "directory.reconciled",
      "directory.reconciled",
      "directory.changed",
    ]);
    expect(inputs[0]?.data).toMatchObject({
      part: {
        departments: [
          { department: "od-works", parent: null, name: "Works" },
          { department: "od-tools", parent: "od-works", name: "Tools" },
        ],
      },
    });
    expect(inputs[1]?.data).toMatchObject({
      part: {
        people: [
          { person: boss, departments: [], fields: { name: "Grace" } },
          { person, departments: placed, fields, suspended: false },
        ],
      },
    });
    expect(changesIn(inputs).slice(2)).toEqual([
      ["person.heads-changed", { person: boss, departments: ["od-works"], revision }],
      ["person.heads-changed", { person, departments: ["od-tools", "od-works"], revision }],
      ["person.manager-changed", { person: boss, manager: null, revision }],
      ["person.manager-changed", { person, manager: { person: boss }, revision }],
    ]);
  });

  test("leaves out who has resigned, and hangs departments below an unseen parent at the root", () => {
    const { result } = pulled({}, (need) => {
      if (need.kind === "departments") return ok({ has_more: false, items: [tools] });
      const status = { is_resigned: true };
      return ok({ has_more: false, items: need.id === "0" ? [{ ...ada, status }] : [] });
    });
    const inputs = inputsIn(result);
    expect(inputs[0]?.data).toMatchObject({
      part: { departments: [{ department: "od-tools", parent: null }] },
    });
    expect(inputs[1]?.data).toMatchObject({ part: { people: [] } });
  });

  test("is never made of part of a directory", () => {
    const last = (body: unknown) =>
      pulled({}, (need) => (need.kind === "users" && need.id === "od-tools" ? body : ask(need)));
    for (const body of [null, { code: 40004 }, { code: 40015 }, ok({})]) {
      expect(last(body).result.kind).toBe("problems");
    }
    expect(last(ok({ has_more: true })).result).toMatchObject({
      problems: [{ problem: "missing" }],
    });
    expect(last(ok({ has_more: true, page_token: "same" })).result).toMatchObject({
      problems: [{ problem: "duplicate" }],
    });
  });
});

const events = [
  message("contact.user.created_v3", { object: ada }),
  message("contact.user.updated_v3", { object: grace, old_object: { leader_user_id: "ou_ada" } }),
  dispatched("contact.user.updated_v3", { object: { open_id: "ou_ada" } }),
  message("contact.user.deleted_v3", { object: ada }),
  message("contact.department.created_v3", { object: works }),
  message("contact.department.updated_v3", { object: { open_department_id: "od-tools" } }),
  message("contact.scope.updated_v3", {}),
];
const answers = [
  { to: { kind: "user", id: "ou_ada" }, body: ok({ user: ada }) },
  { to: { kind: "department", id: "od-tools" }, body: ok({ department: tools }) },
  {
    to: { kind: "departments", id: "0" },
    body: ok({ has_more: false, items: [works, tools] }),
  },
  { to: { kind: "users", id: "0" }, body: ok({ has_more: false, items: [ada] }) },
];

test("whatever JSON comes, it becomes inputs that are accepted, needs or problems", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(spoiled(events), spoiled([answers]), (payload, given) => {
      for (const from of [answers, given as typeof answers]) {
        const result = fromEvent(payload, from);
        wellFormed(result);
        kinds.add(result.kind);
      }
      wellFormed(fromPull({ corp, at }, given as typeof answers));
    }),
    { numRuns: 2_000 },
  );
  expect(kinds).toEqual(new Set(["inputs", "needs", "problems"]));
});
