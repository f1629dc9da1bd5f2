// Aim: what operations on users and groups mean. Method: operations as identity providers send them go
// through a World; what was said and what became of it is held against what the provider meant.
import { describe, expect, test } from "vitest";
import { ENTERPRISE_SCHEMA, scim } from "../../src/connect/scim/index.ts";
import { patch, ScimDirectory } from "../support/scim-directory.ts";

const ann = { userName: "ann@acme.test", displayName: "Ann", active: true };
const departed = { organization: "acme", inactive: "departed" } as const;
const roles = { organization: "acme", groups: "roles" } as const;

function withPeople(settings?: ConstructorParameters<typeof ScimDirectory>[0]) {
  const directory = new ScimDirectory(settings);
  for (const id of ["u1", "u2", "u3"]) directory.send("POST", "/Users", { userName: id }, id);
  return directory;
}

describe("users", () => {
  test("a POST hires, with what is shown of a person", () => {
    const directory = new ScimDirectory();
    const body = {
      ...ann,
      title: "Buyer",
      emails: [{ value: "home@x" }, { value: "a@acme.test", type: "work" }],
      phoneNumbers: [{ value: "1" }, { value: "2", primary: "True" }],
    };
    const fields = { name: "Ann", title: "Buyer", email: "a@acme.test", phone: "2" };
    expect(directory.said("POST", "/Users", body, "u1")).toEqual([
      ["person.hired", { person: "u1", departments: [], fields }],
    ]);
  });

  test.each([
    [{ displayName: "D", name: { formatted: "F" } }, "D"],
    [{ name: { formatted: "F", givenName: "G" } }, "F"],
    [{ name: { givenName: "G", familyName: "H" } }, "G H"],
    [{ name: { familyName: "H" }, displayName: "" }, "H"],
    [{}, "ann"],
  ])("the name shown is the best there is: %j", (names, name) => {
    const directory = new ScimDirectory();
    const said = directory.said("POST", "/Users", { userName: "ann", ...names }, "u1");
    expect(said).toEqual([["person.hired", { person: "u1", departments: [], fields: { name } }]]);
  });

  test("what is shown may be the caller's choice", () => {
    const fields = ({ userName }: { userName: string }) => ({ name: userName.toUpperCase() });
    const directory = new ScimDirectory({ organization: "acme", fields });
    expect(directory.said("POST", "/Users", ann, "u1")).toMatchObject([
      ["person.hired", { fields: { name: "ANN@ACME.TEST" } }],
    ]);
  });

  test("inactive is suspended and active is resumed", () => {
    const directory = withPeople();
    const off = patch({ op: "replace", path: "active", value: false });
    const on = patch({ op: "replace", path: "active", value: true });
    expect(directory.said("PATCH", "/Users/u1", off)).toEqual([
      ["person.suspended", { person: "u1" }],
    ]);
    expect(directory.said("PATCH", "/Users/u1", off)).toEqual([]);
    expect(directory.said("PATCH", "/Users/u1", on)).toEqual([
      ["person.resumed", { person: "u1" }],
    ]);
  });

  test("somebody created inactive is hired and suspended", () => {
    const directory = new ScimDirectory();
    const said = directory.said("POST", "/Users", { ...ann, active: "False" }, "u1");
    expect(said.map((change) => (change as unknown[])[0])).toEqual([
      "person.hired",
      "person.suspended",
    ]);
  });

  test("where inactive means left, it is a departure, and active again a hire into the groups that stayed", () => {
    const directory = withPeople(departed);
    directory.send("POST", "/Groups", { displayName: "Sales", members: [{ value: "u1" }] }, "g1");
    const off = patch({ op: "Replace", value: { active: false } });
    const on = patch({ op: "Replace", value: { active: true } });
    expect(directory.said("PATCH", "/Users/u1", off)).toEqual([
      ["person.resigned", { person: "u1" }],
    ]);
    expect(directory.said("PATCH", "/Users/u1", on)).toEqual([
      ["person.hired", { person: "u1", departments: ["g1"], fields: { name: "u1" } }],
    ]);
    expect(directory.needed).toContain("groups-of u1");
  });

  test("where inactive means left, who is created inactive is nobody yet", () => {
    const directory = new ScimDirectory(departed);
    expect(directory.said("POST", "/Users", { ...ann, active: false }, "u1")).toEqual([]);
    expect(directory.said("DELETE", "/Users/u1")).toEqual([]);
  });

  test("a DELETE is a departure", () => {
    const directory = withPeople();
    expect(directory.said("DELETE", "/Users/u1")).toEqual([["person.resigned", { person: "u1" }]]);
    expect(directory.kept.has("users/u1")).toBe(false);
  });

  test("a PUT says what has changed, and its silence takes nothing away", () => {
    const directory = withPeople();
    const body = {
      userName: "u1",
      [ENTERPRISE_SCHEMA]: { manager: { value: "u2" } },
      active: false,
    };
    directory.send("PUT", "/Users/u1", body);
    expect(directory.said("PUT", "/Users/u1", { userName: "u1", displayName: "One" })).toEqual([
      ["person.fields-changed", { person: "u1", fields: { name: "One" } }],
    ]);
    const emptied = {
      userName: "u1",
      displayName: "One",
      [ENTERPRISE_SCHEMA]: { department: "x" },
    };
    expect(directory.said("PUT", "/Users/u1", emptied)).toEqual([
      ["person.manager-changed", { person: "u1", manager: null }],
    ]);
  });

  test("several changes of one operation are one input", () => {
    const directory = withPeople();
    const body = { userName: "u1", displayName: "One", active: false };
    const inputs = directory.send("PUT", "/Users/u1", body);
    expect(inputs.map(({ type }) => type)).toEqual(["directory.changed"]);
  });

  test("a manager who is nobody here is left, and said", () => {
    const directory = withPeople();
    const body = { userName: "u1", [ENTERPRISE_SCHEMA]: { manager: "boss@acme.test" } };
    const result = directory.translate({ method: "PUT", path: "/Users/u1", body, at: 5_000 });
    expect(result).toMatchObject({
      kind: "inputs",
      inputs: [],
      left: [{ kind: "manager", id: "boss@acme.test", reason: "gone" }],
    });
  });

  test("a password is kept nowhere, and an id or groups are not the client's to set", () => {
    const directory = new ScimDirectory();
    directory.send(
      "POST",
      "/Users",
      { ...ann, password: "p", id: "x", groups: [], meta: {} },
      "u1",
    );
    expect(directory.kept.get("users/u1")).toEqual({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
      id: "u1",
      ...ann,
    });
  });
});

describe("groups as departments", () => {
  test("a POST creates a department and places its members, as one input", () => {
    const directory = withPeople();
    const members = [{ value: "u1", display: "One" }, { value: "u2" }, { value: "u1" }];
    expect(directory.said("POST", "/Groups", { displayName: "Sales", members }, "g1")).toEqual([
      ["department.created", { department: "g1", parent: null, name: "Sales" }],
      ["person.department-entered", { person: "u1", department: "g1" }],
      ["person.department-entered", { person: "u2", department: "g1" }],
    ]);
  });

  test("members come and go one by one, as deltas", () => {
    const directory = withPeople();
    directory.send("POST", "/Groups", { displayName: "Sales", members: [{ value: "u1" }] }, "g1");
    const both = patch(
      { op: "add", path: "members", value: [{ value: "u1" }, { value: "u2" }] },
      { op: "remove", path: 'members[value eq "u1"]' },
    );
    expect(directory.said("PATCH", "/Groups/g1", both)).toEqual([
      ["person.department-entered", { person: "u2", department: "g1" }],
      ["person.department-left", { person: "u1", department: "g1" }],
    ]);
  });

  test("who comes and goes in one operation has not moved", () => {
    const directory = withPeople();
    directory.send("POST", "/Groups", { displayName: "Sales" }, "g1");
    const nothing = patch(
      { op: "add", path: "members", value: [{ value: "u2" }] },
      { op: "remove", path: "members", value: [{ value: "u2" }] },
    );
    expect(directory.said("PATCH", "/Groups/g1", nothing)).toEqual([]);
  });

  test("a rename, a removal", () => {
    const directory = withPeople();
    directory.send("POST", "/Groups", { displayName: "Sales" }, "g1");
    const renamed = patch({ op: "replace", path: "displayName", value: "Sales EMEA" });
    expect(directory.said("PATCH", "/Groups/g1", renamed)).toEqual([
      ["department.renamed", { department: "g1", name: "Sales EMEA" }],
    ]);
    expect(directory.said("DELETE", "/Groups/g1")).toEqual([
      ["department.removed", { department: "g1" }],
    ]);
  });

  test("a group in a group is a department below it", () => {
    const directory = withPeople();
    directory.send("POST", "/Groups", { displayName: "Sales" }, "g1");
    const members = [{ value: "g1", type: "Group" }];
    expect(directory.said("POST", "/Groups", { displayName: "All", members }, "g2")).toEqual([
      ["department.created", { department: "g2", parent: null, name: "All" }],
      ["department.moved", { department: "g1", parent: "g2" }],
    ]);
    const out = patch({ op: "remove", path: "members", value: [{ value: "g1" }] });
    expect(directory.said("PATCH", "/Groups/g2", out)).toEqual([
      ["department.moved", { department: "g1", parent: null }],
    ]);
  });

  test("a member who is not known is a problem; taking one out is none", () => {
    const directory = withPeople();
    directory.send("POST", "/Groups", { displayName: "Sales", members: [{ value: "u1" }] }, "g1");
    directory.send("DELETE", "/Users/u1");
    const add = patch({ op: "add", path: "members", value: [{ value: "u9" }] });
    const result = directory.translate({ method: "PATCH", path: "/Groups/g1", body: add, at: 1 });
    expect(result).toMatchObject({
      kind: "problems",
      problems: [{ problem: "not-found", scimType: "invalidValue" }],
    });
    const out = patch({ op: "remove", path: 'members[value eq "u1"]' });
    expect(directory.said("PATCH", "/Groups/g1", out)).toEqual([]);
  });

  test("501 members are two inputs, the department first", () => {
    const directory = new ScimDirectory();
    const members = Array.from({ length: 500 }, (_, i) => ({ value: `u${i}` }));
    for (const { value } of members) directory.send("POST", "/Users", { userName: value }, value);
    const inputs = directory.send("POST", "/Groups", { displayName: "All", members }, "g1");
    expect(inputs.map(({ type }) => type)).toEqual([
      "directory.changed",
      "person.department-entered",
    ]);
  });

  test("where inactive means left, members who have left come in when they are back", () => {
    const directory = withPeople(departed);
    directory.send("PATCH", "/Users/u1", patch({ op: "replace", path: "active", value: false }));
    const members = [{ value: "u1" }];
    expect(directory.said("POST", "/Groups", { displayName: "S", members }, "g1")).toHaveLength(1);
    const on = patch({ op: "replace", path: "active", value: true });
    expect(directory.said("PATCH", "/Users/u1", on)).toMatchObject([
      ["person.hired", { departments: ["g1"] }],
    ]);
  });
});

describe("groups as roles", () => {
  test("members get the role beside those that other groups give them", () => {
    const directory = withPeople(roles);
    const members = [{ value: "u1" }];
    expect(directory.said("POST", "/Groups", { displayName: "Buyers", members }, "r1")).toEqual([
      ["person.roles-changed", { person: "u1", roles: ["r1"] }],
    ]);
    expect(directory.said("POST", "/Groups", { displayName: "Signers", members }, "r2")).toEqual([
      ["person.roles-changed", { person: "u1", roles: ["r1", "r2"] }],
    ]);
    const renamed = patch({ op: "replace", path: "displayName", value: "Purchasing" });
    expect(directory.said("PATCH", "/Groups/r1", renamed)).toEqual([]);
    expect(directory.said("DELETE", "/Groups/r1")).toEqual([
      ["person.roles-changed", { person: "u1", roles: ["r2"] }],
    ]);
  });

  test("what a group is may be the caller's choice, and may change with its name", () => {
    const directory = withPeople({
      organization: "acme",
      groups: ({ id, displayName }) => {
        const [kind, role = ""] = displayName.split(":");
        if (kind === "role") return { kind: "role", id: role };
        return kind === "dep" ? { kind: "department", id, parent: null } : null;
      },
    });
    const to = (displayName: string) => patch({ op: "replace", value: { displayName } });
    const members = [{ value: "u1" }, { value: "u2" }];
    expect(directory.said("POST", "/Groups", { displayName: "other", members }, "g1")).toEqual([]);
    expect(directory.said("PATCH", "/Groups/g1", to("role:buyer"))).toEqual([
      ["person.roles-changed", { person: "u1", roles: ["buyer"] }],
      ["person.roles-changed", { person: "u2", roles: ["buyer"] }],
    ]);
    expect(directory.said("PATCH", "/Groups/g1", to("role:signer"))).toEqual([
      ["person.roles-changed", { person: "u1", roles: ["signer"] }],
      ["person.roles-changed", { person: "u2", roles: ["signer"] }],
    ]);
    expect(directory.said("PATCH", "/Groups/g1", to("dep"))).toMatchObject([
      ["department.created", {}],
      ["person.department-entered", { person: "u1" }],
      ["person.department-entered", { person: "u2" }],
      ["person.roles-changed", { person: "u1", roles: [] }],
      ["person.roles-changed", { person: "u2", roles: [] }],
    ]);
  });
});

describe("ids of inputs", () => {
  const operation = { method: "POST", path: "/Users", body: ann, id: "u1", at: 5, version: 1 };
  const idOf = (change: object) => {
    const result = scim({ ...operation, ...change }, { organization: "acme" });
    return result.kind === "inputs" ? result.inputs[0]?.id : result.kind;
  };

  test("a redelivery has the same, everything else another", () => {
    expect(idOf({})).toBe(idOf({}));
    const others = [{}, { id: "u2" }, { at: 6 }, { version: 2 }, { body: { userName: "bob" } }];
    expect(new Set(others.map(idOf)).size).toBe(others.length);
    expect(idOf({})).toMatch(/^scim\/[\da-f]{32}\/[\da-f]{32}$/u);
  });
});

describe("what is malformed is a problem with its place, and nothing is converted", () => {
  const at = 5;
  test.each([
    [{ method: "GET", path: "/Users/u1" }, ["method"], "not-a-choice"],
    [{ method: "POST", path: "/Things", id: "x" }, ["path"], "not-a-choice"],
    [{ method: "POST", path: "/Users/u1", id: "x" }, ["path"], "not-a-choice"],
    [{ method: "PUT", path: "/Users" }, ["path"], "not-a-choice"],
    [{ method: "DELETE", path: "/Users/%E0%A4%A" }, ["path"], "not-a-choice"],
    [{ method: "POST", path: "/Users", body: ann }, ["id"], "not-a-string"],
    [{ method: "POST", path: "/Users", id: "a b", body: ann }, ["id"], "forbidden-character"],
    [{ method: "POST", path: "/Users", id: "x" }, ["body"], "not-an-object"],
    [{ method: "POST", path: "/Users", id: "x", body: {} }, ["body", "userName"], "missing"],
    [
      { method: "POST", path: "/Users", id: "x", body: { userName: 1 } },
      ["body", "userName"],
      "not-a-string",
    ],
    [
      { method: "POST", path: "/Users", id: "x", body: { userName: "a", active: "maybe" } },
      ["body", "active"],
      "not-a-boolean",
    ],
    [
      {
        method: "POST",
        path: "/Users",
        id: "x",
        body: { userName: "a", displayName: "x".repeat(201) },
      },
      ["body", "displayName"],
      "too-long",
    ],
    [{ method: "POST", path: "/Groups", id: "x", body: {} }, ["body", "displayName"], "missing"],
    [
      { method: "POST", path: "/Groups", id: "x", body: { displayName: "G", members: [{}] } },
      ["body", "members", 0, "value"],
      "not-an-id",
    ],
  ])("%j", (operation, path, problem) => {
    const result = scim({ at, ...operation }, { organization: "acme" });
    expect(result).toMatchObject({ kind: "problems" });
    expect(result).toHaveProperty("problems", [expect.objectContaining({ path, problem })]);
  });

  test("an organization or time that is none", () => {
    const delivery = { method: "POST", path: "/Users", id: "x", body: ann };
    expect(scim({ ...delivery, at: 1.5 }, { organization: "" })).toMatchObject({
      kind: "problems",
      problems: [{ path: ["settings", "organization"] }, { path: ["at"] }],
    });
  });

  test("a resource that is not kept is not found, which has no keyword", () => {
    const directory = new ScimDirectory();
    expect(directory.translate({ method: "DELETE", path: "/Users/u1", at })).toEqual({
      kind: "problems",
      problems: [{ path: ["path"], problem: "not-found", scimType: null }],
    });
  });
});
