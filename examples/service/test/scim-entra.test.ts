/** What Microsoft Entra sends, written down from its public documentation, and what it expects. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { patch, type ScimService, scimService } from "./support/scim.ts";

let service: ScimService;
beforeAll(async () => {
  service = await scimService();
});
afterAll(() => service.service.stop());

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const newUser = (name: string, externalId: string) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
  externalId,
  userName: name,
  active: true,
  emails: [{ primary: true, type: "work", value: `${name}@contoso.test` }],
  meta: { resourceType: "User" },
  name: { formatted: "Adele Vance", familyName: "Vance", givenName: "Adele" },
  roles: [],
});
const newGroup = {
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:Group",
    "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
  ],
  externalId: "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
  displayName: "Sales",
  meta: { resourceType: "Group" },
};

const ids = { adele: "", alex: "", sales: "" };

it("tests the connection with a user whom nobody has", async () => {
  const name = "ef6cb2d5-a4d6-4e1c-8ad7-6a9b2c0b1d3f";
  const filter = encodeURIComponent(`userName eq "${name}"`);
  const { status, body, headers } = await service.scim("GET", `/Users?filter=${filter}`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/scim+json");
  expect(body).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: 0,
    startIndex: 1,
    itemsPerPage: 0,
    Resources: [],
  });
});

it("creates users, and finds them", async () => {
  for (const [key, name] of [
    ["adele", "AdeleV"],
    ["alex", "AlexW"],
  ] as const) {
    const { status, body, headers } = await service.scim("POST", "/Users", newUser(name, key));
    expect(status).toBe(201);
    expect(body).toMatchObject({ userName: name, externalId: key, active: true, groups: [] });
    expect(headers.get("location")).toBe(body.meta.location);
    ids[key] = body.id;
  }
  for (const filter of ['userName eq "adelev"', 'externalId eq "adele"', 'userName Eq "AdeleV"']) {
    const found = await service.scim("GET", `/Users?filter=${encodeURIComponent(filter)}`);
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: ids.adele }] });
  }
  const byMail = 'emails[type eq "work"].value eq "AdeleV@contoso.test"';
  const found = await service.scim("GET", `/Users?filter=${encodeURIComponent(byMail)}`);
  expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: ids.adele }] });
  expect(await service.facts()).toEqual([`person.hired ${ids.adele}`, `person.hired ${ids.alex}`]);
});

it("finds a name taken, whatever its letter case", async () => {
  const { status, body } = await service.scim("POST", "/Users", newUser("ADELEV", "other"));
  expect([status, body.scimType]).toEqual([409, "uniqueness"]);
  expect(await service.facts()).toHaveLength(2);
});

it("changes attributes with several values, and names", async () => {
  const changes = patch(
    { op: "Replace", path: 'emails[type eq "work"].value', value: "adele@contoso.test" },
    { op: "Replace", path: "name.familyName", value: "Vance-Li" },
    { op: "Add", path: `${ENTERPRISE}:department`, value: "Retail" },
    { op: "Add", value: { title: "Buyer", "name.formatted": "Adele Vance-Li" } },
  );
  const { status, body } = await service.scim("PATCH", `/Users/${ids.adele}`, changes);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    emails: [{ type: "work", value: "adele@contoso.test" }],
    name: { familyName: "Vance-Li", givenName: "Adele" },
    title: "Buyer",
    [ENTERPRISE]: { department: "Retail" },
  });
});

it("gives a manager, and asks whether it has", async () => {
  const change = patch({ op: "Add", path: `${ENTERPRISE}:manager`, value: ids.alex });
  const { body } = await service.scim("PATCH", `/Users/${ids.adele}`, change);
  expect(body[ENTERPRISE].manager).toEqual({ value: ids.alex });
  const filter = encodeURIComponent(`id eq "${ids.adele}" and manager eq "${ids.alex}"`);
  const found = await service.scim("GET", `/Users?filter=${filter}&attributes=id`);
  expect(found.body.Resources).toEqual([{ schemas: expect.any(Array), id: ids.adele }]);
  expect((await service.facts()).at(-1)).toBe(`person.manager-changed ${ids.adele}`);
});

it("creates a group, looks it up without its members, adds and removes them", async () => {
  const made = await service.scim("POST", "/Groups", newGroup);
  expect(made.status).toBe(201);
  ids.sales = made.body.id;
  const filter = encodeURIComponent('displayName eq "Sales"');
  const found = await service.scim("GET", `/Groups?excludedAttributes=members&filter=${filter}`);
  expect(found.body.Resources).toHaveLength(1);
  expect(found.body.Resources[0]).not.toHaveProperty("members");

  const path = `/Groups/${ids.sales}`;
  const members = [ids.adele, ids.alex].map((value) => ({ $ref: null, value }));
  const add = patch({ op: "Add", path: "members", value: members });
  expect((await service.scim("PATCH", path, add)).status).toBe(200);
  const remove = patch({ op: "Remove", path: "members", value: [{ $ref: null, value: ids.alex }] });
  const removed = await service.scim("PATCH", path, remove);
  expect(removed.body.members.map(({ value }: { value: string }) => value)).toEqual([ids.adele]);
  const user = await service.scim("GET", `/Users/${ids.adele}`);
  expect(user.body.groups).toMatchObject([{ value: ids.sales, display: "Sales" }]);
  expect((await service.facts()).slice(-4)).toEqual([
    `department.created ${ids.sales}`,
    `person.relocated ${ids.adele}`,
    `person.relocated ${ids.alex}`,
    `person.relocated ${ids.alex}`,
  ]);
});

it("renames a group", async () => {
  const change = patch({ op: "Replace", path: "displayName", value: "Sales EMEA" });
  const { body } = await service.scim("PATCH", `/Groups/${ids.sales}`, change);
  expect(body.displayName).toBe("Sales EMEA");
});

it("disables softly by a word, enables again, and the person keeps everything", async () => {
  const path = `/Users/${ids.adele}`;
  const off = patch({ op: "Replace", path: "active", value: "False" });
  expect((await service.scim("PATCH", path, off)).body.active).toBe(false);
  const on = patch({ op: "Replace", path: "active", value: "True" });
  expect((await service.scim("PATCH", path, on)).body).toMatchObject({
    active: true,
    groups: [{ value: ids.sales }],
  });
  expect((await service.facts()).slice(-2)).toEqual([
    `person.suspended ${ids.adele}`,
    `person.resumed ${ids.adele}`,
  ]);
});

it("deletes for good, the group too", async () => {
  expect((await service.scim("DELETE", `/Users/${ids.adele}`)).status).toBe(204);
  expect((await service.scim("GET", `/Users/${ids.adele}`)).status).toBe(404);
  const group = await service.scim("GET", `/Groups/${ids.sales}`);
  expect(group.body.members).toEqual([]);
  expect((await service.scim("DELETE", `/Groups/${ids.sales}`)).status).toBe(204);
  const facts = await service.facts();
  expect(facts).toContain(`person.resigned ${ids.adele}`);
  expect(facts).toContain(`department.removed ${ids.sales}`);
  const again = await service.scim("DELETE", `/Users/${ids.adele}`);
  expect(again.body).toMatchObject({ status: "404" });
});
