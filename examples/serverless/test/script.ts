/** A script of requests: whatever the function runs in, it must answer each of them the same. */
import type { Sent } from "../instances/events.ts";

/** A request, and what is expected of the reply. */
export interface Step {
  readonly name: string;
  readonly sent: Sent;
  readonly status: number;
  readonly answer: object;
}

const fact = (id: string, from: object, type: string, data: object) =>
  JSON.stringify({ id, at: 1_000, from, type, data });

const registered = (organization: string, id = `register:${organization}`) =>
  fact(id, { platform: true }, "organization.registered", {
    ...{ organization, name: organization, certified: true, edition: "exclusive", sso: false },
  });

const about = (organization: string, id: string, type: string, data: object) =>
  fact(id, { organization }, type, { organization, ...data });

const hired = (organization: string, person: string) =>
  about(organization, `hire:${organization}:${person}`, "person.hired", {
    ...{ person, number: 1, departments: [], fields: { name: person } },
  });

const admin = (organization: string, person: string) =>
  about(organization, `admin:${organization}`, "admin.changed", {
    ...{ person, number: 1, role: "main", spacePermission: true },
  });

const create = (id: string, person: string, space: string) =>
  JSON.stringify({
    ...{ id, at: 2_000, by: { organization: "constructor", person }, type: "space.create" },
    data: { space, name: "伙伴" },
  });

const accepted = { kind: "accepted", repeated: false };
const again = { kind: "accepted", repeated: true };
const refused = (code: string) => ({ kind: "refused", code });
const failed = (code: string) => ({ kind: "failed", code });
const step = (name: string, sent: Sent, status: number, answer: object): Step => ({
  ...{ name, sent, status, answer },
});

const deep = `${"[".repeat(40)}${"]".repeat(40)}`;

/** The script; the ids are legal ones that a careless program trips over. */
export const SCRIPT: readonly Step[] = [
  step("another method", { method: "GET", body: "" }, 405, failed("METHOD_NOT_ALLOWED")),
  step("no token", { body: "{}", token: null }, 401, failed("UNAUTHENTICATED")),
  step("another token", { body: "{}", token: "guess" }, 401, failed("UNAUTHENTICATED")),
  step("no body", { body: "" }, 400, failed("NOT_JSON")),
  step("half of a body", { body: '{"id": "x"' }, 400, failed("NOT_JSON")),
  step("not UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, failed("NOT_JSON")),
  step("too large", { body: `"${"x".repeat(1_048_576)}"` }, 413, failed("TOO_LARGE")),
  step("no object", { body: "null" }, 400, {
    ...refused("MALFORMED"),
    data: { problems: [{ path: [], problem: "not-an-object" }] },
  }),
  step("too deep", { body: `{"id": ${deep}}` }, 400, refused("MALFORMED")),
  step("a field that reaches for a prototype", { body: '{"__proto__": {}}' }, 400, {
    ...refused("MALFORMED"),
    rule: "PROTO-01",
  }),
  step("problems with their paths", { body: registered("acme", "") }, 400, {
    ...refused("MALFORMED"),
    data: { problems: [{ path: ["id"], problem: "empty" }] },
  }),
  step("a fact too early", { body: hired("constructor", "__proto__") }, 404, {
    ...refused("UNKNOWN_ORGANIZATION"),
    repeated: false,
  }),
  step("an organization", { body: registered("constructor") }, 200, accepted),
  step("the same again", { body: registered("constructor") }, 200, again),
  step(
    "other content under its id",
    { body: registered("acme", "register:constructor") },
    422,
    refused("INPUT_ID_REUSED"),
  ),
  step("the fact once more", { body: hired("constructor", "__proto__") }, 200, accepted),
  step("another hire", { body: hired("constructor", "toString") }, 200, accepted),
  step("an admin", { body: admin("constructor", "__proto__") }, 200, accepted),
  step(
    "refused, in English",
    { body: create("s0", "toString", "s"), language: "en-GB,en;q=0.9" },
    403,
    { ...refused("NOT_AUTHORIZED_ADMIN"), repeated: false, rule: "ADMIN-01" },
  ),
  step(
    "the refusal again, in Chinese",
    { body: create("s0", "toString", "s"), language: "fr, zh-CN;q=0.9" },
    403,
    { ...refused("NOT_AUTHORIZED_ADMIN"), repeated: true },
  ),
  step("a Space", { body: create("s1", "__proto__", "hasOwnProperty") }, 200, accepted),
  step("the Space again", { body: create("s1", "__proto__", "hasOwnProperty") }, 200, again),
  step("its id is taken", { body: create("s2", "__proto__", "hasOwnProperty") }, 409, {
    ...refused("ID_TAKEN"),
  }),
];
