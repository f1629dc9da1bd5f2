/** What Okta sends, written down from its public documentation, to an organization where inactive means left. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { patch, type ScimService, type Send, scimClient, scimService } from "./support/scim.ts";

let service: ScimService;
let okta: Send;
beforeAll(async () => {
  service = await scimService();
  okta = scimClient(service, "bolt-scim");
});
afterAll(() => service.service.stop());

const newUser = (userName: string, more: object = {}) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName,
  name: { givenName: "Test", familyName: "User" },
  emails: [{ primary: true, value: userName, type: "work" }],
  displayName: "Test User",
  locale: "en-US",
  externalId: `00u-${userName}`,
  groups: [],
  password: "1mz050nq",
  active: true,
  ...more,
});

let user = "";
let other = "";
let group = "";

it("checks its credentials with a page of two", async () => {
  const { status, body } = await okta("GET", "/Users?startIndex=1&count=2");
  expect([status, body.totalResults, body.Resources]).toEqual([200, 0, []]);
});

it("looks for a user, creates it, and is told nothing of a password", async () => {
  const filter = encodeURIComponent('userName eq "test.user@okta.local"');
  const before = await okta("GET", `/Users?filter=${filter}&startIndex=1&count=100`);
  expect(before.body.totalResults).toBe(0);
  const made = await okta("POST", "/Users", newUser("test.user@okta.local"));
  expect(made.status).toBe(201);
  expect(made.body).not.toHaveProperty("password");
  user = made.body.id;
  other = (await okta("POST", "/Users", newUser("other@okta.local"))).body.id;
  const after = await okta("GET", `/Users?filter=${filter}&startIndex=1&count=100`);
  expect(after.body.Resources[0].id).toBe(user);
});

it("updates with a whole user", async () => {
  const read = await okta("GET", `/Users/${user}`);
  const name = { givenName: "Another", familyName: "User" };
  const whole = { ...read.body, name, displayName: "Another User" };
  const { status, body } = await okta("PUT", `/Users/${user}`, whole);
  expect([status, body.name.givenName]).toEqual([200, "Another"]);
});

it("pushes a group with members, its name, and both at once", async () => {
  const members = [{ value: user, display: "test.user@okta.local" }];
  const schemas = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
  const made = await okta("POST", "/Groups", { schemas, displayName: "Buyers", members });
  expect(made.status).toBe(201);
  group = made.body.id;
  const renamed = patch({ op: "replace", value: { id: group, displayName: "Purchasing" } });
  const after = await okta("PATCH", `/Groups/${group}`, renamed);
  expect(after.body).toMatchObject({ id: group, displayName: "Purchasing" });
  const changed = patch(
    { op: "remove", path: `members[value eq "${user}"]` },
    { op: "add", path: "members", value: [{ value: other, display: "other@okta.local" }] },
  );
  const { body } = await okta("PATCH", `/Groups/${group}`, changed);
  expect(body.members).toMatchObject([{ value: other }]);
  const whole = patch({ op: "replace", path: "members", value: [{ value: user }] });
  expect((await okta("PATCH", `/Groups/${group}`, whole)).body.members).toHaveLength(1);
  expect((await service.facts()).slice(-4)).toEqual([
    `person.roles-changed ${other}`,
    `person.roles-changed ${user}`,
    `person.roles-changed ${user}`,
    `person.roles-changed ${other}`,
  ]);
});

it("deactivates without a path, which is a departure here, and activates again, which is a hire", async () => {
  const off = patch({ op: "replace", value: { active: false } });
  expect((await okta("PATCH", `/Users/${user}`, off)).body.active).toBe(false);
  const whole = { ...(await okta("GET", `/Users/${user}`)).body, active: true };
  expect((await okta("PUT", `/Users/${user}`, whole)).body.active).toBe(true);
  expect((await service.facts()).slice(-3)).toEqual([
    `person.resigned ${user}`,
    `person.hired ${user}`,
    `person.roles-changed ${user}`,
  ]);
});

it("imports by pages", async () => {
  const first = await okta("GET", "/Users?startIndex=1&count=1");
  const second = await okta("GET", "/Users?startIndex=2&count=1");
  expect(first.body).toMatchObject({ totalResults: 2, startIndex: 1, itemsPerPage: 1 });
  expect([first, second].map(({ body }) => body.Resources[0].id)).toEqual([user, other]);
  const none = await okta("GET", "/Users?count=0");
  expect(none.body).toMatchObject({ totalResults: 2, itemsPerPage: 0, Resources: [] });
});

it("deletes a group", async () => {
  expect((await okta("DELETE", `/Groups/${group}`)).status).toBe(204);
});
