// packed
/** A command refused with its rule, then accepted, on a World in memory. */
import assert from "node:assert/strict";
import { apply, defaultPolicy, emptyWorld } from "interorg";
import { parseInput } from "interorg/schema";

let world = emptyWorld;
let inputs = 0;

/** Checks an input as it comes from outside, decides on it, and keeps what follows from it. */
function send(who: object, type: string, data: object) {
  inputs += 1;
  const input = parseInput({ id: `input-${inputs}`, at: inputs, ...who, type, data });
  if (!input.ok) throw new Error(JSON.stringify(input.problems));
  const { world: after, outcome } = apply(world, input.value, defaultPolicy);
  world = after;
  return outcome;
}

const acme = { organization: "acme" };
const ann = { ...acme, person: "ann" };
const about = { ...acme, name: "Acme", certified: true, edition: "free", sso: false };
const hired = { ...ann, number: 1, departments: [], fields: { name: "Ann" } };
send({ from: { platform: true } }, "organization.registered", about);
send({ from: acme }, "person.hired", hired);

const partners = { space: "partners", name: "Acme partners", scope: { whole: true } };
const refused = send({ by: ann }, "space.create", partners);
// { kind: "refused", refusal: { code: "NOT_AUTHORIZED_ADMIN", rule: "ADMIN-01", data: … } }
assert.equal(refused.kind === "refused" && refused.refusal.rule, "ADMIN-01");

const role = { ...ann, number: 1, role: "main", spacePermission: true };
send({ from: acme }, "admin.changed", role);
const accepted = send({ by: ann }, "space.create", partners);
// { kind: "accepted", events: [space.created, scope.changed, roster.entered], notices: [] }
assert.deepEqual(accepted.kind === "accepted" && accepted.events.map(({ type }) => type), [
  "space.created",
  "scope.changed",
  "roster.entered",
]);
