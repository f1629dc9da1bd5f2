// Aim: PATCH as Microsoft Entra and Okta write it. Method: requests in the forms of their public
// documentation, older forms too; what is kept afterwards, and what was said, is what was meant.
import { describe, expect, test } from "vitest";
import { ENTERPRISE_SCHEMA, type ScimUser } from "../../src/connect/scim/index.ts";
import { patch, ScimDirectory } from "../support/scim-directory.ts";

const manager = (value: string) => ({ [ENTERPRISE_SCHEMA]: { manager: { value } } });
const user = {
  userName: "u1",
  name: { givenName: "Ann", familyName: "Li" },
  emails: [{ type: "work", value: "a@x" }],
};

function directoryOf() {
  const directory = new ScimDirectory();
  directory.send("POST", "/Users", user, "u1");
  for (const id of ["u2", "u3"]) directory.send("POST", "/Users", { userName: id }, id);
  const members = [{ value: "u1", display: "Ann" }, { value: "u2" }];
  directory.send("POST", "/Groups", { displayName: "Sales", members }, "g1");
  return directory;
}

describe("yes and no", () => {
  test.each([
    ["Entra", { op: "Replace", path: "active", value: false }],
    ["Entra, before its compliance flag", { op: "Replace", path: "active", value: "False" }],
    [
      "Entra, older jobs",
      { op: "Replace", path: "active", value: [{ $ref: null, value: "False" }] },
    ],
    ["Okta", { op: "replace", value: { active: false } }],
    ["another letter case", { op: "REPLACE", path: "Active", value: "FALSE" }],
    [
      "with the schema's name",
      {
        op: "add",
        path: "urn:ietf:params:scim:schemas:core:2.0:User:active",
        value: "false",
      },
    ],
  ])("%s", (_, operation) => {
    const said = directoryOf().said("PATCH", "/Users/u1", patch(operation));
    expect(said).toEqual([["person.suspended", { person: "u1" }]]);
  });
});

describe("names and values", () => {
  test.each([
    ["a path with a dot", { op: "Replace", path: "name.familyName", value: "Wu" }],
    ["a key with a dot and no path", { op: "Add", value: { "name.familyName": "Wu" } }],
    ["an object and no path", { op: "replace", value: { name: { familyName: "Wu" } } }],
    ["an object at its path", { op: "add", path: "name", value: { familyName: "Wu" } }],
    ["another letter case", { op: "replace", path: "NAME.FAMILYNAME", value: "Wu" }],
    ["a list of one", { op: "Replace", path: "name.familyName", value: [{ value: "Wu" }] }],
    [
      "a key with the schema's name",
      { op: "add", value: { "urn:ietf:params:scim:schemas:core:2.0:User:name.familyName": "Wu" } },
    ],
  ])("%s", (_, operation) => {
    const directory = directoryOf();
    const said = directory.said("PATCH", "/Users/u1", patch(operation));
    const fields = { name: "Ann Wu", email: "a@x" };
    expect(said).toEqual([["person.fields-changed", { person: "u1", fields }]]);
    expect(directory.kept.get("users/u1")).toMatchObject({
      name: { givenName: "Ann", familyName: "Wu" },
    });
  });

  test.each([
    ["one that is there", { op: "Replace", path: 'emails[type eq "work"].value', value: "b@x" }],
    [
      "one that is primary by a word",
      { op: "Replace", path: 'emails[primary eq "True"].value', value: "b@x" },
    ],
    ["all of them", { op: "replace", path: "emails", value: [{ value: "b@x", primary: true }] }],
    ["one alone", { op: "replace", path: "emails", value: { value: "b@x", primary: "true" } }],
    ["all without a path", { op: "replace", value: { emails: [{ value: "b@x", primary: true }] } }],
  ])("an email: %s", (_, operation) => {
    const said = directoryOf().said("PATCH", "/Users/u1", patch(operation));
    const fields = { name: "Ann Li", email: "b@x" };
    expect(said).toEqual([["person.fields-changed", { person: "u1", fields }]]);
  });

  test("a telephone of a kind that is not there yet is added", () => {
    const operation = { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "1" };
    const said = directoryOf().said("PATCH", "/Users/u1", patch(operation));
    const fields = { name: "Ann Li", email: "a@x", phone: "1" };
    expect(said).toEqual([["person.fields-changed", { person: "u1", fields }]]);
  });

  test("what is taken away, or set to nothing, is away; what is not there was", () => {
    const directory = directoryOf();
    directory.send("PATCH", "/Users/u1", patch({ op: "add", path: "title", value: "Buyer" }));
    const away = patch(
      { op: "Remove", path: "title" },
      { op: "remove", path: 'emails[type eq "home"].value' },
      { op: "remove", path: "nickName" },
      { op: "replace", path: "displayName", value: null },
    );
    const fields = { name: "Ann Li", email: "a@x" };
    expect(directory.said("PATCH", "/Users/u1", away)).toEqual([
      ["person.fields-changed", { person: "u1", fields }],
    ]);
  });

  test("an extension of one's own is kept as it is", () => {
    const directory = directoryOf();
    const own = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";
    const operations = patch(
      { op: "add", path: `${own}:badge`, value: "7" },
      { op: "add", value: { [own]: { floor: 3 }, [`${own}:desk`]: "a" } },
    );
    expect(directory.said("PATCH", "/Users/u1", operations)).toEqual([]);
    expect(directory.kept.get("users/u1")).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", own],
      [own]: { badge: "7", floor: 3, desk: "a" },
    });
  });
});

describe("a manager", () => {
  const to = (person: string | null) => [
    ["person.manager-changed", { person: "u1", manager: person === null ? null : { person } }],
  ];
  test.each([
    ["Entra, a text", { op: "Add", path: `${ENTERPRISE_SCHEMA}:manager`, value: "u2" }],
    [
      "Entra, a list",
      { op: "Add", path: "manager", value: [{ $ref: "http://x/Users/u2", value: "u2" }] },
    ],
    ["an object", { op: "replace", path: `${ENTERPRISE_SCHEMA}:manager`, value: { value: "u2" } }],
    ["its value", { op: "replace", path: `${ENTERPRISE_SCHEMA}:manager.value`, value: "u2" }],
    ["Okta, the extension", { op: "replace", value: manager("u2") }],
    [
      "the extension as a path",
      { op: "replace", path: ENTERPRISE_SCHEMA, value: { manager: "u2" } },
    ],
    ["a key", { op: "add", value: { [`${ENTERPRISE_SCHEMA}:manager`]: "u2" } }],
  ])("%s", (_, operation) => {
    const directory = directoryOf();
    directory.send("PATCH", "/Users/u1", patch({ op: "add", value: manager("u3") }));
    expect(directory.said("PATCH", "/Users/u1", patch(operation))).toEqual(to("u2"));
    const kept = directory.kept.get("users/u1") as ScimUser;
    expect(kept[ENTERPRISE_SCHEMA]).toEqual({ manager: { value: "u2" } });
  });

  test.each([
    ["removed", { op: "Remove", path: `${ENTERPRISE_SCHEMA}:manager` }],
    ["an empty text", { op: "replace", path: `${ENTERPRISE_SCHEMA}:manager`, value: "" }],
    ["nothing", { op: "replace", path: `${ENTERPRISE_SCHEMA}:manager`, value: null }],
    ["an empty list", { op: "replace", path: "manager", value: [] }],
  ])("nobody: %s", (_, operation) => {
    const directory = directoryOf();
    directory.send("PATCH", "/Users/u1", patch({ op: "add", value: manager("u2") }));
    expect(directory.said("PATCH", "/Users/u1", patch(operation))).toEqual(to(null));
  });
});

describe("members", () => {
  const entered = ["person.department-entered", { person: "u3", department: "g1" }];
  const left = (person: string) => ["person.department-left", { person, department: "g1" }];
  test.each([
    [
      "Entra adds",
      [{ op: "Add", path: "members", value: [{ $ref: null, value: "u3" }] }],
      [entered],
    ],
    ["one and no list", [{ op: "add", path: "members", value: { value: "u3" } }], [entered]],
    ["without a path", [{ op: "add", value: { members: [{ value: "u3" }] } }], [entered]],
    [
      "Entra takes out",
      [{ op: "Remove", path: "members", value: [{ $ref: null, value: "u1" }] }],
      [left("u1")],
    ],
    ["Okta takes out", [{ op: "remove", path: 'members[value eq "u1"]' }], [left("u1")]],
    [
      "Okta does both",
      [
        { op: "remove", path: 'members[value eq "u1"]' },
        { op: "add", path: "members", value: [{ value: "u3", display: "Three" }] },
      ],
      [entered, left("u1")],
    ],
    [
      "several by one filter",
      [{ op: "remove", path: 'members[value eq "u1" or value eq "u2"]' }],
      [left("u1"), left("u2")],
    ],
    [
      "Okta says the whole",
      [{ op: "replace", path: "members", value: [{ value: "u2" }, { value: "u3" }] }],
      [entered, left("u1")],
    ],
    ["all of them", [{ op: "remove", path: "members" }], [left("u1"), left("u2")]],
    ["nobody of a list of nobody", [{ op: "Remove", path: "members", value: [] }], []],
    ["whoever is in already", [{ op: "add", path: "members", value: [{ value: "u1" }] }], []],
    [
      "another name for a member",
      [{ op: "add", path: "members", value: [{ value: "u1", display: "A" }] }],
      [],
    ],
  ])("%s", (_, operations, expected) => {
    expect(directoryOf().said("PATCH", "/Groups/g1", patch(...operations))).toEqual(expected);
  });

  test("Okta renames a group with its id beside the name", () => {
    const operation = { op: "replace", value: { id: "g1", displayName: "Sales 2" } };
    expect(directoryOf().said("PATCH", "/Groups/g1", patch(operation))).toEqual([
      ["department.renamed", { department: "g1", name: "Sales 2" }],
    ]);
  });
});

describe("what cannot be applied is a problem with the word that SCIM has for it", () => {
  const proto = "__proto__";
  test.each([
    [{ op: "move", path: "title", value: "x" }, "invalidSyntax", ["op"]],
    [{ op: "remove" }, "noTarget", ["path"]],
    [{ op: "replace", value: "x" }, "invalidSyntax", ["value"]],
    [{ op: "replace", path: 7, value: "x" }, "invalidPath", ["path"]],
    [{ op: "replace", path: "a b", value: "x" }, "invalidPath", ["path"]],
    [{ op: "replace", path: "x".repeat(600), value: "x" }, "invalidPath", ["path"]],
    [{ op: "replace", path: `${proto}.x`, value: "x" }, "invalidPath", ["path"]],
    [{ op: "replace", path: "toString.x", value: "x" }, "invalidPath", ["path"]],
    [{ op: "replace", path: "name.constructor", value: "x" }, "invalidPath", ["path"]],
    [{ op: "replace", path: "emails[type is work]", value: "x" }, "invalidFilter", ["path"]],
    [{ op: "replace", path: 'emails[type eq "home"]', value: {} }, "noTarget", []],
    [{ op: "replace", path: "id", value: "x" }, "mutability", ["path"]],
    [{ op: "replace", path: "active", value: "maybe" }, "invalidValue", ["value"]],
    [{ op: "replace", path: "manager", value: 7 }, "invalidValue", ["value"]],
    [{ op: "add", path: "members", value: [7] }, "invalidValue", ["value", 0, "value"]],
    [{ op: "add", path: "members.value", value: "x" }, "invalidPath", ["path"]],
  ])("%j", (operation: { op: string; path?: unknown }, scimType, place) => {
    const directory = directoryOf();
    const path = /^members/.test(String(operation.path)) ? "/Groups/g1" : "/Users/u1";
    const first = {
      op: "replace",
      path: path === "/Users/u1" ? "title" : "displayName",
      value: "T",
    };
    const body = patch(first, operation);
    const result = directory.translate({ method: "PATCH", path, body, at: 9_000 });
    expect(result).toMatchObject({
      kind: "problems",
      problems: [{ scimType, path: ["body", "Operations", 1, ...place] }],
    });
  });

  test.each([[undefined], [{}], [{ Operations: {} }], [{ Operations: [] }]])("%j", (body) => {
    const directory = directoryOf();
    const result = directory.translate({ method: "PATCH", path: "/Users/u1", body, at: 9_000 });
    expect(result).toMatchObject({ kind: "problems", problems: [{ scimType: "invalidSyntax" }] });
  });

  test("a user without a name is none", () => {
    const body = patch({ op: "remove", path: "userName" });
    const result = directoryOf().translate({ method: "PATCH", path: "/Users/u1", body, at: 9_000 });
    expect(result).toMatchObject({
      kind: "problems",
      problems: [{ path: ["body", "userName"], problem: "missing" }],
    });
  });
});
