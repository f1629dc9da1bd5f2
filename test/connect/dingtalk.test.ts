// Aim: what DingTalk sends becomes the inputs that it means, each with an id that its content has alone.
// Method: payloads written by hand after the public documentation, both ways of delivery; any JSON.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Need } from "../../src/connect/dingtalk/index.ts";
import { fromEvent, fromPull } from "../../src/connect/dingtalk/index.ts";
import { answering, changesIn, inputsIn, said, spoiled, wellFormed } from "./support.ts";

const corp = "ding9f50b15bccd16741";
const at = 1_700_000_000_123;

const http = (type: string, more: object) => ({
  CorpId: corp,
  EventType: type,
  TimeStamp: String(at),
  ...more,
});

const stream = (type: string, data: object) => ({
  specVersion: "1.0",
  type: "EVENT",
  headers: {
    appId: "app-1",
    connectionId: "c-1",
    contentType: "application/json",
    messageId: "m-1",
    time: "1700000000999",
    topic: "*",
    eventType: type,
    eventBornTime: String(at - 5),
    eventId: "c7c7120f2c0741900ebdba0318c8",
    eventCorpId: corp,
    eventUnifiedAppId: "bbb381b6",
  },
  data: JSON.stringify({ timeStamp: at, optStaffId: "boss", ...data }),
});

const ada = {
  userid: "ada",
  unionid: "z21HjQliSzpw0YWCNxmii6u2Os62cZ62iSZ",
  name: "Ada",
  title: "Engineer",
  email: "",
  org_email: "ada@bolt.example",
  mobile: "18513027676",
  dept_id_list: [1, 12, 13],
  hired_date: 1_597_573_616_828,
  leader_in_dept: [
    { dept_id: 12, leader: false },
    { dept_id: 13, leader: true },
  ],
  role_list: [{ group_name: "default", id: 1507113578, name: "head" }],
  manager_userid: "grace",
};
const grace = { userid: "grace", name: "Grace", dept_id_list: [1], leader_in_dept: [] };
const departments: Record<string, object> = {
  1: { dept_id: 1, name: "Bolt" },
  12: { dept_id: 12, name: "Works", parent_id: 1 },
  13: { dept_id: 13, name: "Tools", parent_id: 12 },
};

const ok = (result: unknown) => ({ errcode: 0, errmsg: "ok", request_id: "r", result });

function ask({ kind, id }: Need): unknown {
  const users: Record<string, object> = { ada, grace };
  if (kind === "user") return id in users ? ok(users[id]) : { errcode: 60121, errmsg: "no user" };
  if (kind === "department") return id in departments ? ok(departments[id]) : { errcode: 60003 };
  if (kind === "admins") {
    return ok([
      { userid: "ada", sys_level: 2 },
      { userid: "grace", sys_level: 1 },
    ]);
  }
  throw new Error(kind);
}

const convert = (payload: unknown, settings = {}) =>
  answering((answers) => fromEvent(payload, answers, settings), ask);

const changes = (payload: unknown, settings = {}) =>
  changesIn(inputsIn(convert(payload, settings).result));

const adaFields = {
  name: "Ada",
  title: "Engineer",
  email: "ada@bolt.example",
  phone: "18513027676",
};
const person = `${corp}/ada`;
const boss = `${corp}/grace`;
const revision = at;

describe.each([
  ["an HTTP callback", (type: string, ids: object) => http(type, ids)],
  [
    "a message of a stream",
    (type: string, ids: object) => {
      const lower = Object.entries(ids).map(([name, value]) => [
        `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
        value,
      ]);
      return stream(type, Object.fromEntries(lower));
    },
  ],
])("%s", (_, event) => {
  test("whoever is added is looked up and hired, those whom they report to after all", () => {
    const payload = event("user_add_org", { UserId: ["ada", "grace", "ada"] });
    const { result, asked } = convert(payload);
    expect(asked.map(({ kind, id, call }) => [kind, id, call])).toEqual([
      ["user", "ada", "POST /topapi/v2/user/get"],
      ["user", "grace", "POST /topapi/v2/user/get"],
    ]);
    const inputs = inputsIn(result);
    expect(inputs.map(({ type }) => type)).toEqual(["directory.changed", "directory.changed"]);
    expect(said(inputs)[0]).toMatchObject({ at, from: { organization: corp } });
    expect(changesIn(inputs)).toEqual([
      ["person.hired", { person, departments: ["12", "13"], fields: adaFields }],
      ["person.heads-changed", { person, departments: ["13"], revision }],
      ["person.roles-changed", { person, roles: ["1507113578"], revision }],
      ["person.hired", { person: boss, departments: [], fields: { name: "Grace" } }],
      ["person.heads-changed", { person: boss, departments: [], revision }],
      ["person.roles-changed", { person: boss, roles: [], revision }],
      ["person.manager-changed", { person, manager: { person: boss }, revision }],
      ["person.manager-changed", { person: boss, manager: null, revision }],
    ]);
  });

  test("whoever changed is as the look-up shows them", () => {
    expect(changes(event("user_modify_org", { UserId: ["ada"] }))).toEqual([
      ["person.relocated", { person, departments: ["12", "13"], revision }],
      ["person.fields-changed", { person, fields: adaFields, revision }],
      ["person.heads-changed", { person, departments: ["13"], revision }],
      ["person.roles-changed", { person, roles: ["1507113578"], revision }],
      ["person.manager-changed", { person, manager: { person: boss }, revision }],
    ]);
  });

  test("a leaver is not looked up", () => {
    const { result, asked } = convert(event("user_leave_org", { UserId: ["ada"] }));
    expect(asked).toEqual([]);
    expect(said(inputsIn(result))).toEqual([
      {
        at,
        from: { organization: corp },
        type: "person.resigned",
        data: { organization: corp, person },
      },
    ]);
  });

  test("several leavers are one input", () => {
    const inputs = inputsIn(convert(event("user_leave_org", { UserId: ["ada", "grace"] })).result);
    expect(inputs.map(({ type }) => type)).toEqual(["directory.changed"]);
  });

  test.each(["org_admin_add", "org_admin_remove"])("%s asks who is an admin now", (type) => {
    const payload = event(type, { UserId: ["ada", "grace", "leo"] });
    const mayUseSpace = ({ id }: { id: string }) => id === "ada";
    expect(changes(payload, { spacePermission: mayUseSpace })).toEqual([
      ["admin.changed", { person, role: "sub", spacePermission: true, revision }],
      ["admin.changed", { person: boss, role: "main", revision }],
      ["admin.changed", { person: `${corp}/leo`, role: null, revision }],
    ]);
    expect(changes(payload)[0]).toEqual([
      "admin.changed",
      { person, role: "sub", spacePermission: false, revision },
    ]);
  });

  test("departments are created parents first, below the root at none", () => {
    expect(changes(event("org_dept_create", { DeptId: ["13", "12"] }))).toEqual([
      ["department.created", { department: "12", parent: null, name: "Works", revision }],
      ["department.created", { department: "13", parent: "12", name: "Tools", revision }],
    ]);
  });

  test("departments that changed are renamed and moved, removed ones are not looked up", () => {
    expect(changes(event("org_dept_modify", { DeptId: [12] }))).toEqual([
      ["department.renamed", { department: "12", name: "Works", revision }],
      ["department.moved", { department: "12", parent: null, revision }],
    ]);
    expect(changes(event("org_dept_remove", { DeptId: [99] }))).toEqual([
      ["department.removed", { department: "99", revision }],
    ]);
  });

  test("the root is no department", () => {
    const { result } = convert(event("org_dept_modify", { DeptId: [1] }));
    expect(result).toMatchObject({ inputs: [], left: [{ id: "1", reason: "root" }] });
  });

  test("the organization has the name of its root", () => {
    expect(said(inputsIn(convert(event("org_change", {})).result))).toMatchObject([
      { type: "organization.renamed", data: { name: "Bolt", revision } },
    ]);
  });

  test("a dissolved organization is suspended, or ended if so decided, by the platform", () => {
    const payload = event("org_remove", {});
    expect(said(inputsIn(convert(payload).result))).toEqual([
      {
        at,
        from: { platform: true },
        type: "organization.suspended",
        data: { organization: corp },
      },
    ]);
    expect(inputsIn(convert(payload, { removed: "ended" }).result)[0]?.type).toBe(
      "organization.ended",
    );
  });

  test("whose roles changed is looked up; what becomes of a role alone is not held", () => {
    const payload = event("label_user_change", { UserIdList: ["ada"], LabelIdList: [1507113578] });
    expect(changes(payload)).toEqual([
      ["person.roles-changed", { person, roles: ["1507113578"], revision }],
    ]);
    const gone = convert(event("label_conf_del", { LabelIdList: [7] })).result;
    expect(gone).toMatchObject({
      inputs: [],
      left: [{ kind: "role", id: "7", reason: "pull-again" }],
    });
    for (const type of ["label_conf_add", "label_conf_modify", "user_active_org"]) {
      expect(convert(event(type, {})).result).toMatchObject({
        inputs: [],
        left: [{ kind: "event", id: type, reason: "not-held" }],
      });
    }
  });
});

test("who is gone since is left, the others are hired", () => {
  const { result } = convert(http("user_add_org", { UserId: ["leo", "grace"] }));
  expect(result).toMatchObject({ left: [{ kind: "user", id: "leo", reason: "gone" }] });
  expect(changesIn(inputsIn(result))[0]).toMatchObject(["person.hired", { person: boss }]);
});

test("who may not be seen is left; any other failure is a problem", () => {
  const payload = http("user_add_org", { UserId: ["ada"] });
  const answered = (body: unknown) =>
    fromEvent(payload, [{ to: { kind: "user", id: "ada" }, body }]);
  expect(answered({ errcode: 50002 })).toMatchObject({ left: [{ reason: "not-seen" }] });
  expect(answered(null)).toMatchObject({ left: [{ reason: "gone" }] });
  expect(answered({ errcode: 88 })).toEqual({
    kind: "problems",
    problems: [{ path: ["answers", 0, "body", "errcode"], problem: "failed" }],
  });
  expect(answered(ok({ ...ada, name: "", dept_id_list: [" "] }))).toEqual({
    kind: "problems",
    problems: [
      { path: ["answers", 0, "body", "result", "name"], problem: "empty" },
      { path: ["answers", 0, "body", "result", "dept_id_list", 0], problem: "forbidden-character" },
    ],
  });
});

test("more placements than a person can have are a problem with its place", () => {
  const dept_id_list = Array.from({ length: 66 }, (_, i) => i + 1);
  const body = ok({ ...ada, dept_id_list });
  const payload = http("user_add_org", { UserId: ["ada"] });
  expect(fromEvent(payload, [{ to: { kind: "user", id: "ada" }, body }])).toEqual({
    kind: "problems",
    problems: [{ path: ["answers", 0, "body", "result", "dept_id_list"], problem: "too-many" }],
  });
  const fits = ok({ ...ada, dept_id_list: dept_id_list.slice(0, 65) });
  inputsIn(fromEvent(payload, [{ to: { kind: "user", id: "ada" }, body: fits }]));
});

test("an unknown event is said, a malformed one is a list of problems", () => {
  expect(fromEvent(http("check_in", {}))).toEqual({
    kind: "problems",
    problems: [{ path: ["EventType"], problem: "unknown-event" }],
  });
  expect(fromEvent(stream("check_in", {}))).toEqual({
    kind: "problems",
    problems: [{ path: ["headers", "eventType"], problem: "unknown-event" }],
  });
  expect(fromEvent({ EventType: "user_add_org", TimeStamp: "soon", UserId: [{}] })).toEqual({
    kind: "problems",
    problems: [
      { path: ["CorpId"], problem: "missing" },
      { path: ["TimeStamp"], problem: "not-an-integer" },
      { path: ["UserId", 0], problem: "not-a-string" },
    ],
  });
  expect(fromEvent("<xml/>")).toEqual({
    kind: "problems",
    problems: [{ path: [], problem: "not-json" }],
  });
  expect(fromEvent({ ...stream("user_add_org", {}), data: "{" })).toEqual({
    kind: "problems",
    problems: [{ path: ["data"], problem: "not-json" }],
  });
});

test("JSON text is read like the object it says", () => {
  const payload = http("user_leave_org", { UserId: ["ada"] });
  expect(fromEvent(JSON.stringify(payload))).toEqual(fromEvent(payload));
});

test("a redelivery is a repeat; after another look-up it is a further input; ids never meet", () => {
  const payload = http("user_add_org", { UserId: ["ada"] });
  const ids = (event: unknown, user: object) => {
    const body = ok(user);
    const result = fromEvent(event, [{ to: { kind: "user", id: "ada" }, body }]);
    return inputsIn(result).map(({ id }) => id);
  };
  const first = ids(payload, ada);
  expect(ids({ ...payload }, { ...ada, avatar: "new" })).toEqual(first);
  const renamed = ids(payload, { ...ada, name: "Ada L." });
  const later = ids({ ...payload, TimeStamp: String(at + 1) }, ada);
  const other = ids({ ...payload, EventType: "user_modify_org" }, ada);
  expect(renamed[0]).not.toBe(first[0]);
  // Whom she reports to is an input of its own, and is as it was.
  expect(renamed[1]).toBe(first[1]);
  expect(new Set([...first, ...later, ...other]).size).toBe(6);
});

test("people and organization are named as the caller decides", () => {
  const names: Record<string, string | null> = { ada: "p-1", grace: null };
  const settings = {
    organization: "bolt",
    person: ({ id }: { id: string }) => names[id] ?? null,
  };
  const { result } = convert(http("user_modify_org", { UserId: ["ada", "grace"] }), settings);
  const inputs = inputsIn(result);
  expect(inputs[0]?.from).toEqual({ organization: "bolt" });
  expect(changesIn(inputs).map(([, data]) => (data as { person: string }).person)).toEqual(
    changesIn(inputs).map(() => "p-1"),
  );
  // Of a manager who is nobody here nothing is said.
  expect(changesIn(inputs).some(([type]) => type === "person.manager-changed")).toBe(false);
  expect(result).toMatchObject({
    left: [
      { id: "grace", reason: "not-mapped" },
      { id: "grace", reason: "not-mapped" },
    ],
  });
  expect(
    convert(http("user_leave_org", { UserId: ["ada"] }), { person: () => "a b" }).result,
  ).toEqual({
    kind: "problems",
    problems: [{ path: ["settings", "person", "ada"], problem: "forbidden-character" }],
  });
  expect(convert(http("user_leave_org", {}), { organization: "" }).result).toEqual({
    kind: "problems",
    problems: [{ path: ["settings", "organization"], problem: "empty" }],
  });
});

test("the person behind an account is told by the id beyond the organization, where it is known", () => {
  const seen: unknown[] = [];
  const person = (account: { id: string }) => {
    seen.push(account);
    return account.id;
  };
  convert(http("user_add_org", { UserId: ["ada"] }), { person });
  expect(seen).toContainEqual({ corp, id: "ada", union: ada.unionid });
});

describe("a pull", () => {
  const pull = { corp, at };
  const tree: Record<string, object[]> = {
    1: [{ dept_id: 12, name: "Works", parent_id: 1 }],
    12: [{ dept_id: 13, name: "Tools", parent_id: 12 }],
    13: [],
  };
  const onPage = ({ leader_in_dept: _, role_list: __, manager_userid: ___, ...user }: typeof ada) =>
    user;
  const pages: Record<string, object> = {
    "1/0": { has_more: true, next_cursor: 100, list: [grace] },
    "1/100": { has_more: false, list: [onPage(ada)] },
    "12/0": { has_more: false, list: [{ ...onPage(ada), leader: false }] },
    "13/0": { has_more: false, list: [{ ...onPage(ada), leader: true }] },
  };
  const asked = (need: Need): unknown => {
    if (need.kind === "departments") return ok(tree[need.id]);
    if (need.kind === "users") return ok(pages[`${need.id}/${need.page}`]);
    return ask(need);
  };
  const pulled = (settings = {}, how = asked) =>
    answering((answers) => fromPull(pull, answers, settings), how);

  test("follows every page, and gives departments, people, then offices", () => {
    const { result, asked: needs } = pulled();
    expect(needs.map(({ kind, id, page }) => [kind, id, page])).toEqual([
      ["departments", "1", undefined],
      ["users", "1", "0"],
      ["departments", "12", undefined],
      ["users", "1", "100"],
      ["users", "12", "0"],
      ["departments", "13", undefined],
      ["users", "13", "0"],
    ]);
    const inputs = inputsIn(result);
    const listed = { list: expect.any(String), of: { departments: 1, people: 1 } };
    const lines = [
      { department: "12", parent: null, name: "Works" },
      { department: "13", parent: "12", name: "Tools" },
    ];
    expect(said(inputs).map(({ type, data }) => [type, data])).toEqual([
      [
        "directory.reconciled",
        {
          organization: corp,
          ...listed,
          part: { kind: "departments", page: 0, pages: 1, departments: lines },
        },
      ],
      [
        "directory.reconciled",
        {
          organization: corp,
          ...listed,
          part: {
            kind: "people",
            page: 0,
            pages: 1,
            people: [
              { person: boss, departments: [], fields: { name: "Grace" } },
              { person, departments: ["12", "13"], fields: adaFields },
            ],
          },
        },
      ],
      [
        "directory.changed",
        {
          organization: corp,
          changes: [
            { type: "person.heads-changed", data: { person: boss, departments: [], revision } },
            { type: "person.heads-changed", data: { person, departments: ["13"], revision } },
          ],
        },
      ],
    ]);
  });

  test("with details looks everybody up, for roles and managers", () => {
    const { result, asked: needs } = pulled({ details: true });
    expect(needs.filter(({ kind }) => kind === "user").map(({ id }) => id)).toEqual([
      "grace",
      "ada",
    ]);
    expect(changesIn(inputsIn(result)).slice(2)).toEqual([
      ["person.heads-changed", { person: boss, departments: [], revision }],
      ["person.roles-changed", { person: boss, roles: [], revision }],
      ["person.heads-changed", { person, departments: ["13"], revision }],
      ["person.roles-changed", { person, roles: ["1507113578"], revision }],
      ["person.manager-changed", { person: boss, manager: null, revision }],
      ["person.manager-changed", { person, manager: { person: boss }, revision }],
    ]);
  });

  test("is never made of part of a directory", () => {
    const gone = pulled({}, (need) =>
      need.kind === "users" && need.id === "13" ? null : asked(need),
    );
    expect(gone.result).toMatchObject({ problems: [{ problem: "missing" }] });
    const failed = pulled({}, (need) =>
      need.kind === "departments" && need.id === "13" ? { errcode: 60003 } : asked(need),
    );
    expect(failed.result).toMatchObject({ problems: [{ problem: "failed" }] });
    const endless = pulled({}, (need) =>
      need.kind === "users" ? ok({ has_more: true, next_cursor: 0, list: [] }) : asked(need),
    );
    expect(endless.result).toMatchObject({ problems: [{ problem: "out-of-range" }] });
  });

  test("leaves a placement that no page of departments names", () => {
    const { result } = pulled({}, (need) =>
      need.kind === "departments" && need.id === "12" ? ok([]) : asked(need),
    );
    expect(result).toMatchObject({
      left: [{ kind: "department", id: "13", reason: "not-listed" }],
    });
    inputsIn(result);
  });

  test("two accounts of one person are one line, placed wherever either is", () => {
    const inputs = inputsIn(pulled({ person: () => "p-1" }).result);
    expect(inputs[1]?.data).toMatchObject({
      part: { people: [{ person: "p-1", departments: ["12", "13"], fields: { name: "Grace" } }] },
    });
  });

  test("a pull itself can be malformed", () => {
    expect(fromPull({ corp: "", at: -1 })).toEqual({
      kind: "problems",
      problems: [
        { path: ["pull", "corp"], problem: "empty" },
        { path: ["pull", "at"], problem: "out-of-range" },
      ],
    });
  });
});

const events = [
  http("user_add_org", { UserId: ["ada"] }),
  http("user_leave_org", { UserId: ["ada", "grace"] }),
  http("org_dept_create", { DeptId: [13, 12] }),
  http("label_user_change", { UserIdList: ["ada"], LabelIdList: [1] }),
  http("org_remove", {}),
  stream("user_modify_org", { userId: ["ada"] }),
  stream("org_admin_add", { userId: ["ada"] }),
];
const answers = [
  { to: { kind: "user", id: "ada" }, body: ok(ada) },
  { to: { kind: "department", id: "13" }, body: ok(departments["13"]) },
  { to: { kind: "department", id: "12" }, body: ok(departments["12"]) },
  { to: { kind: "admins", id: corp }, body: ok([{ userid: "ada", sys_level: 2 }]) },
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
