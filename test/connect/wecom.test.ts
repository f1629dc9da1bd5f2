// Aim: what WeCom sends becomes the inputs that it means, each with an id that its content has alone.
// Method: payloads written by hand after the public documentation, as XML and as JSON, of an app and of
// a suite; any JSON, and XML that is none or more than that.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Need, WeComSettings } from "../../src/connect/wecom/index.ts";
import { fromEvent, fromPull } from "../../src/connect/wecom/index.ts";
import { answering, changesIn, inputsIn, said, spoiled, wellFormed } from "./support.ts";

const corp = "ww4asffe99e54c0f4c";
const seconds = 1_700_000_000;
const at = seconds * 1_000;

const fieldsOf = (type: string, more: object): Record<string, string | number> => ({
  ToUserName: corp,
  FromUserName: "sys",
  CreateTime: seconds,
  MsgType: "event",
  Event: "change_contact",
  ChangeType: type,
  ...more,
});

const suiteFieldsOf = (type: string, more: object): Record<string, string | number> => ({
  SuiteId: "ww4asffe99exxx0f4c",
  AuthCorpId: corp,
  InfoType: "change_contact",
  TimeStamp: seconds,
  ChangeType: type,
  ...more,
});

const xmlOf = (fields: Record<string, string | number>): string => {
  const elements = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === "number" ? value : `<![CDATA[${value}]]>`;
    return `    <${name}>${text}</${name}>`;
  });
  return `<xml>\n${elements.join("\n")}\n</xml>`;
};

const zhang = {
  userid: "ZhangSan",
  name: "张三",
  department: [1, 12, 13],
  position: "后台工程师",
  mobile: "13800000000",
  email: "",
  biz_mail: "zhangsan@bolt.example",
  is_leader_in_dept: [0, 1, 0],
  direct_leader: ["LiSi"],
  status: 1,
  main_department: 12,
};
const li = { userid: "LiSi", name: "李四", department: [1], status: 4, direct_leader: [] };
const ok = (more: object) => ({ errcode: 0, errmsg: "ok", ...more });
const users: Record<string, object> = {
  zhangsan: zhang,
  lisi: li,
  woaj2: { ...li, userid: "woAj2" },
};
const departments = [
  { id: 1, name: "Bolt", parentid: 0 },
  { id: 12, name: "Works", parentid: 1 },
  { id: 13, name: "Tools", parentid: 12 },
];
const tags: Record<string, object> = {
  7: { tagname: "signers", userlist: [{ userid: "zhangsan", name: "张三" }], partylist: [] },
  8: { tagname: "buyers", userlist: [{ userid: "ZHANGSAN", name: "张三" }], partylist: [2] },
};

function ask({ kind, id }: Need): unknown {
  if (kind === "user") {
    const found = users[id.toLowerCase()];
    return found === undefined ? { errcode: 60111, errmsg: "userid not found" } : ok(found);
  }
  if (kind === "department") {
    const found = departments.find((each) => String(each.id) === id);
    return found === undefined ? { errcode: 60123 } : ok({ department: found });
  }
  if (kind === "tag") return id in tags ? ok(tags[id] ?? {}) : { errcode: 40068 };
  if (kind === "departments") return ok({ department: departments });
  return ok({ userlist: id === "1" ? [li, zhang] : id === "13" ? [] : [zhang] });
}

const convert = (payload: unknown, settings: WeComSettings = {}) =>
  answering((answers) => fromEvent(payload, answers, settings), ask);
const changes = (payload: unknown, settings: WeComSettings = {}) =>
  changesIn(inputsIn(convert(payload, settings).result));

const person = `${corp}/zhangsan`;
const leader = `${corp}/lisi`;
const fields = {
  name: "张三",
  title: "后台工程师",
  email: "zhangsan@bolt.example",
  phone: "13800000000",
};

describe.each([
  ["XML", (type: string, more: object) => xmlOf(fieldsOf(type, more))],
  ["JSON", (type: string, more: object) => JSON.stringify(fieldsOf(type, more))],
  ["an object", (type: string, more: object) => fieldsOf(type, more)],
])("as %s", (_, event) => {
  test("a new member is looked up and hired", () => {
    const { result, asked } = convert(
      event("create_user", { UserID: "ZhangSan", Department: "1,12" }),
    );
    expect(asked).toEqual([
      {
        kind: "user",
        id: "ZhangSan",
        call: "GET /cgi-bin/user/get",
        parameters: { userid: "ZhangSan" },
      },
    ]);
    const inputs = inputsIn(result);
    expect(said(inputs)[0]).toMatchObject({ at, from: { organization: corp } });
    expect(changesIn(inputs)).toEqual([
      ["person.hired", { person, departments: ["12", "13"], fields }],
      ["person.heads-changed", { person, departments: ["12"] }],
      ["person.manager-changed", { person, manager: { person: leader } }],
    ]);
  });

  test("a member who changed is as the look-up shows them", () => {
    expect(changes(event("update_user", { UserID: "zhangsan" }))).toEqual([
      ["person.relocated", { person, departments: ["12", "13"] }],
      ["person.fields-changed", { person, fields }],
      ["person.resumed", { person }],
      ["person.heads-changed", { person, departments: ["12"] }],
      ["person.manager-changed", { person, manager: { person: leader } }],
    ]);
  });

  test("a deleted member has left, in whatever letter case", () => {
    const { result, asked } = convert(event("delete_user", { UserID: "ZHANGSAN" }));
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

  test("a department is as the event says, or as the look-up where it has no name", () => {
    const told = event("create_party", { Id: 13, Name: "Tools & Dies", ParentId: 12, Order: 1 });
    expect(convert(told).asked).toEqual([]);
    expect(changes(told)).toEqual([
      ["department.created", { department: "13", parent: "12", name: "Tools & Dies" }],
    ]);
    expect(changes(event("create_party", { Id: 12, ParentId: 1 }))).toEqual([
      ["department.created", { department: "12", parent: null, name: "Works" }],
    ]);
    expect(changes(event("update_party", { Id: 13, Name: "Dies" }))).toEqual([
      ["department.renamed", { department: "13", name: "Dies" }],
    ]);
    expect(changes(event("update_party", { Id: 13 }))).toEqual([
      ["department.renamed", { department: "13", name: "Tools" }],
      ["department.moved", { department: "13", parent: "12" }],
    ]);
    expect(changes(event("delete_party", { Id: 13 }))).toEqual([
      ["department.removed", { department: "13" }],
    ]);
  });

  test("the root is no department", () => {
    expect(convert(event("update_party", { Id: 1, Name: "Bolt" })).result).toMatchObject({
      inputs: [],
      left: [{ id: "1", reason: "root" }],
    });
  });

  test("a tag is not held, unless it is a role: then whom the event names has what the tags say", () => {
    const payload = event("update_tag", {
      TagId: 7,
      AddUserItems: "ZhangSan",
      DelUserItems: "lisi",
      AddPartyItems: "2",
    });
    expect(convert(payload).result).toMatchObject({
      inputs: [],
      left: [{ kind: "tag", id: "7", reason: "not-held" }],
    });
    const { result, asked } = convert(payload, { roles: ["7", "8", "9"] });
    expect(asked.map(({ kind, id }) => [kind, id])).toEqual([
      ["tag", "7"],
      ["tag", "8"],
      ["tag", "9"],
    ]);
    expect(changesIn(inputsIn(result))).toEqual([
      ["person.roles-changed", { person, roles: ["7", "8"] }],
      ["person.roles-changed", { person: leader, roles: [] }],
    ]);
    expect(result).toMatchObject({
      left: [
        { kind: "department", id: "2", reason: "not-held" },
        { kind: "tag", id: "9", reason: "gone" },
      ],
    });
  });
});

test("whoever has a new id is renamed, unless both are one person to the caller", () => {
  const payload = xmlOf(fieldsOf("update_user", { UserID: "lisi", NewUserID: "ZhangSan" }));
  expect(convert(payload).asked.map(({ id }) => id)).toEqual(["ZhangSan"]);
  expect(changes(payload).slice(0, 2)).toMatchObject([
    ["person.renamed", { person: `${corp}/lisi`, to: person }],
    ["person.relocated", { person }],
  ]);
  const known = xmlOf(fieldsOf("update_user", { UserID: "wo-1", NewUserID: "ZhangSan" }));
  const settings = { person: ({ id }: { id: string }) => (id === "lisi" ? "p-2" : "p-1") };
  expect(convert(known, settings).asked.map(({ id }) => id)).toEqual(["ZhangSan"]);
  expect(changes(known, settings)[0]).toEqual([
    "person.relocated",
    { person: "p-1", departments: ["12", "13"] },
  ]);
  // Another spelling is no other id.
  const spelling = fieldsOf("update_user", { UserID: "zhangsan", NewUserID: "ZhangSan" });
  expect(changes(spelling)[0]).toMatchObject(["person.relocated", { person }]);
});

test("a suite's ids are open ids, whose letter case counts", () => {
  const created = suiteFieldsOf("create_user", { UserID: "woAj2" });
  expect(changes(xmlOf(created))[0]).toMatchObject(["person.hired", { person: `${corp}/woAj2` }]);
  const deleted = fieldsOf("delete_user", { UserID: "woAj2" });
  expect(changes(deleted, { openIds: true })).toEqual([
    ["person.resigned", { person: `${corp}/woAj2` }],
  ]);
});

test.each([
  [1, "person.resumed"],
  [2, "person.suspended"],
  [4, "person.resumed"],
  [5, "person.suspended"],
])("status %i is %s", (status, type) => {
  const payload = fieldsOf("update_user", { UserID: "zhangsan" });
  const answers = [{ to: { kind: "user", id: "zhangsan" }, body: ok({ ...zhang, status }) }];
  expect(changesIn(inputsIn(fromEvent(payload, answers)))[2]).toEqual([type, { person }]);
});

test("a new member who is disabled is hired and suspended; what is not shown is not said", () => {
  const payload = fieldsOf("create_user", { UserID: "zhangsan" });
  const shown = { userid: "zhangsan", name: "张三", department: [12], status: 2 };
  const result = fromEvent(payload, [{ to: { kind: "user", id: "zhangsan" }, body: ok(shown) }]);
  expect(changesIn(inputsIn(result))).toEqual([
    ["person.hired", { person, departments: ["12"], fields: { name: "张三" } }],
    ["person.suspended", { person }],
  ]);
});

test("who is gone since is left, who may not be seen too; any other failure is a problem", () => {
  const payload = fieldsOf("create_user", { UserID: "wang" });
  expect(convert(payload).result).toMatchObject({ left: [{ id: "wang", reason: "gone" }] });
  const answered = (body: unknown) =>
    fromEvent(payload, [{ to: { kind: "user", id: "wang" }, body }]);
  expect(answered({ errcode: 60011 })).toMatchObject({ left: [{ reason: "not-seen" }] });
  expect(answered({ errcode: 42001 })).toEqual({
    kind: "problems",
    problems: [{ path: ["answers", 0, "body", "errcode"], problem: "failed" }],
  });
});

test("an unknown event is said, a malformed one is a list of problems", () => {
  const problems = (payload: unknown) => {
    const result = fromEvent(payload);
    return result.kind === "problems" ? result.problems : result;
  };
  expect(problems(fieldsOf("create_robot", {}))).toEqual([
    { path: ["ChangeType"], problem: "unknown-event" },
  ]);
  expect(problems(xmlOf({ ...fieldsOf("", {}), Event: "change_external_contact" }))).toEqual([
    { path: ["Event"], problem: "unknown-event" },
  ]);
  expect(problems(suiteFieldsOf("create_user", { InfoType: "suite_ticket" }))).toEqual([
    { path: ["InfoType"], problem: "unknown-event" },
  ]);
  expect(problems({ Event: "change_contact", CreateTime: "soon" })).toEqual([
    { path: ["ToUserName"], problem: "missing" },
    { path: ["CreateTime"], problem: "not-an-integer" },
  ]);
  expect(problems(fieldsOf("update_user", { UserID: "a b" }))).toEqual([
    { path: ["UserID"], problem: "forbidden-character" },
  ]);
  expect(problems(fieldsOf("delete_party", { Id: "" }))).toEqual([
    { path: ["Id"], problem: "missing" },
  ]);
  expect(problems("no")).toEqual([{ path: [], problem: "not-json" }]);
  expect(problems(null)).toEqual([{ path: [], problem: "not-an-object" }]);
});

test("what is no plain XML is refused: broken, with a document type, with entities, too long", () => {
  const refused = (text: string) =>
    expect(fromEvent(text)).toEqual({
      kind: "problems",
      problems: [{ path: [], problem: "not-xml" }],
    });
  refused("<xml><Event>change_contact</xml>");
  refused("<html></html>");
  refused('<!DOCTYPE xml [<!ENTITY a "aaaa">]><xml><Event>&a;</Event></xml>');
  refused('<!doctype xml SYSTEM "file:///etc/passwd"><xml></xml>');
  refused(`<xml><Event>${"a".repeat(1_000_000)}</Event></xml>`);
});

test("no entity is resolved", () => {
  const event = xmlOf(fieldsOf("create_party", { Id: 13, ParentId: 12 }));
  const named = event.replace("</xml>", "<Name>R&amp;D</Name></xml>");
  expect(changes(named)).toEqual([
    ["department.created", { department: "13", parent: "12", name: "R&amp;D" }],
  ]);
});

test("a redelivery is a repeat; after another look-up it is a further input; ids never meet", () => {
  const payload = fieldsOf("update_user", { UserID: "zhangsan" });
  const ids = (event: unknown, user: object) => {
    const answers = [{ to: { kind: "user", id: "zhangsan" }, body: ok(user) }];
    return inputsIn(fromEvent(event, answers)).map(({ id }) => id);
  };
  const first = ids(payload, zhang);
  expect(ids(xmlOf({ ...payload, CreateTime: seconds }), { ...zhang, alias: "z" })).not.toEqual([]);
  expect(ids({ ...payload }, { ...zhang, alias: "z" })).toEqual(first);
  const changed = ids(payload, { ...zhang, position: "" });
  const later = ids({ ...payload, CreateTime: seconds + 1 }, zhang);
  expect(changed[0]).not.toBe(first[0]);
  expect(new Set([...first, ...later, changed[0]]).size).toBe(5);
});

describe("a pull", () => {
  const pulled = (settings: WeComSettings = {}, how = ask) =>
    answering((answers) => fromPull({ corp, at }, answers, settings), how);

  test("asks for every department's members and gives one list", () => {
    const { result, asked } = pulled();
    expect(asked.map(({ kind, id }) => [kind, id])).toEqual([
      ["departments", "1"],
      ["users", "1"],
      ["users", "12"],
      ["users", "13"],
    ]);
    const inputs = inputsIn(result);
    const tree = [
      { department: "12", parent: null, name: "Works" },
      { department: "13", parent: "12", name: "Tools" },
    ];
    expect(inputs.map(({ type }) => type)).toEqual([
      "directory.reconciled",
      "directory.reconciled",
      "directory.changed",
    ]);
    expect(inputs[0]?.data).toMatchObject({ part: { departments: tree } });
    expect(inputs[1]?.data).toMatchObject({
      part: {
        people: [
          { person: leader, departments: [], suspended: false },
          { person, departments: ["12", "13"], fields, suspended: false },
        ],
      },
    });
    expect(changesIn(inputs).slice(2)).toEqual([
      ["person.heads-changed", { person, departments: ["12"] }],
      ["person.manager-changed", { person: leader, manager: null }],
      ["person.manager-changed", { person, manager: { person: leader } }],
    ]);
  });

  test("with tags that are roles says everybody's roles", () => {
    const { result } = pulled({ roles: ["7", "8"] });
    expect(changesIn(inputsIn(result))).toContainEqual([
      "person.roles-changed",
      { person, roles: ["7", "8"] },
    ]);
    expect(changesIn(inputsIn(result))).toContainEqual([
      "person.roles-changed",
      { person: leader, roles: [] },
    ]);
  });

  test("hangs departments below a parent that the app does not see below the root", () => {
    const { result } = pulled({}, (need) =>
      need.kind === "departments" ? ok({ department: departments.slice(2) }) : ask(need),
    );
    expect(inputsIn(result)[0]?.data).toMatchObject({
      part: { departments: [{ department: "13", parent: null }] },
    });
  });

  test("leaves a manager who is on no page", () => {
    const { result } = pulled({}, (need) =>
      need.kind === "users" ? ok({ userlist: [zhang] }) : ask(need),
    );
    expect(result).toMatchObject({
      left: [{ kind: "manager", id: leader, reason: "not-listed" }],
    });
    inputsIn(result);
  });

  test("is never made of part of a directory", () => {
    for (const body of [null, { errcode: 60011 }, { errcode: 60123 }, ok({})]) {
      const { result } = pulled({}, (need) =>
        need.kind === "users" && need.id === "13" ? body : ask(need),
      );
      expect(result.kind).toBe("problems");
    }
  });

  test("of many people is cut into pages of at most 2 000", () => {
    const userlist = Array.from({ length: 5_000 }, (_, i) => ({
      userid: `u${i}`,
      name: `U${i}`,
      department: [12],
    }));
    const { result } = pulled({}, (need) =>
      need.kind === "users" ? ok({ userlist: need.id === "12" ? userlist : [] }) : ask(need),
    );
    const inputs = inputsIn(result);
    expect(inputs).toHaveLength(17);
    const people = inputs.flatMap(({ data }) =>
      "part" in data && data.part.kind === "people" ? data.part.people : [],
    );
    expect(new Set(people.map((each) => each.person)).size).toBe(5_000);
  });
});

const events = [
  fieldsOf("create_user", { UserID: "zhangsan" }),
  fieldsOf("update_user", { UserID: "zhangsan", NewUserID: "lisi" }),
  fieldsOf("delete_user", { UserID: "zhangsan" }),
  fieldsOf("create_party", { Id: 13, Name: "Tools", ParentId: 12 }),
  fieldsOf("update_party", { Id: 13 }),
  fieldsOf("update_tag", { TagId: "7", AddUserItems: "zhangsan,lisi", DelPartyItems: "1,2" }),
  suiteFieldsOf("delete_party", { Id: 13 }),
];
const answers = [
  { to: { kind: "user", id: "zhangsan" }, body: ok(zhang) },
  { to: { kind: "department", id: "13" }, body: ok({ department: departments[2] }) },
  { to: { kind: "tag", id: "7" }, body: ok(tags["7"] ?? {}) },
  { to: { kind: "departments", id: "1" }, body: ok({ department: departments }) },
];

test("whatever JSON comes, it becomes inputs that are accepted, needs or problems", () => {
  const kinds = new Set<string>();
  const settings = { roles: ["7"] };
  fc.assert(
    fc.property(spoiled(events), spoiled([answers]), (payload, given) => {
      for (const from of [answers, given as typeof answers]) {
        const result = fromEvent(payload, from, settings);
        wellFormed(result);
        kinds.add(result.kind);
      }
      wellFormed(fromPull({ corp, at }, given as typeof answers, settings));
    }),
    { numRuns: 2_000 },
  );
  expect(kinds).toEqual(new Set(["inputs", "needs", "problems"]));
});

test("whatever text comes, it is read or refused", () => {
  const sound = xmlOf(events[0] ?? {});
  const cut = fc
    .tuple(fc.nat(sound.length), fc.nat(sound.length), fc.string({ unit: "grapheme" }))
    .map(([from, to, other]) => sound.slice(0, from) + other + sound.slice(to));
  fc.assert(
    fc.property(fc.oneof(cut, fc.string()), (text) => wellFormed(fromEvent(text, answers))),
    { numRuns: 1_000 },
  );
});
