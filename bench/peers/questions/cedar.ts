/** Cedar in WebAssembly: the policy parsed once and kept inside, entities handed over with each call. */
import {
  type CedarValueJson,
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from "@cedar-policy/cedar-wasm/nodejs";
import { Contact, type ContactAsked, type Contacts } from "./contacts.ts";
import { type RouteAsked, type Routes, Routing } from "./routes.ts";
import { isPresent, type Verdict } from "./setting.ts";

const ROUTE = `
permit(principal, action == Action::"route", resource) when {
  principal.inService && resource.holders.contains(principal) && resource.running &&
  (if principal.organization == resource.host then principal.licensed
   else principal.organization == resource.anchor && resource.published &&
        principal.present && principal.licensed)
} unless {
  context.target.organization != resource.anchor || !context.target.inService ||
  (resource.inSpace && resource.anchor != resource.host && !context.target.present) ||
  context.target == principal || resource.holders.contains(context.target) ||
  !context.target.licensed
};`;

const CONTACT = `
permit(principal, action == Action::"see", resource) when {
  principal.known && principal.present && resource.present && context.live &&
  (principal.organization == context.host || principal.organization == resource.organization ||
   context.all || context.listed.contains(resource.organization))
};`;

type Identity = RouteAsked["viewer"];
type Attributes = Readonly<Record<string, CedarValueJson>>;

const uidOf = ({ organization, person }: Identity) => ({
  type: "Person",
  id: `${organization}/${person}`,
});

const entity = (uid: { type: string; id: string }, attrs: Attributes): EntityJson => ({
  uid,
  attrs,
  parents: [],
});

function prepare(name: string, policy: string): void {
  const parsed = preparsePolicySet(name, { staticPolicies: policy });
  if (parsed.type === "failure") throw new Error(JSON.stringify(parsed.errors));
}

type Call = Parameters<typeof statefulIsAuthorized>[0];

function isAllowed(call: Call): boolean {
  const answer = statefulIsAuthorized(call);
  if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision === "allow";
}

function routeEntities(found: Routing, instance: NonNullable<Routing["instance"]>): EntityJson[] {
  const { viewer, target, actor, employment, licensed, space, published, targetEmployment } = found;
  const isAble = found.licensedThere?.has(target.person) === true;
  const { host, anchor, running } = instance;
  const holders = [...instance.holders].flatMap(([organization, people]) =>
    Array.from(people, (person) => ({
      __entity: { type: "Person", id: `${organization}/${person}` },
    })),
  );
  const person = (who: Identity, inService: boolean, isLicensed: boolean) =>
    entity(uidOf(who), {
      organization: who.organization,
      inService,
      licensed: isLicensed,
      present: isPresent(space, who),
    });
  const inService = actor?.ended === false && employment?.inService === true;
  const isPublished = instance.space !== null && published?.has(instance.space) === true;
  const own = uidOf(viewer);
  const others =
    own.id === uidOf(target).id
      ? []
      : [person(target, targetEmployment?.inService === true, isAble)];
  return [
    person(viewer, inService, licensed?.has(viewer.person) === true),
    ...others,
    entity(
      { type: "Instance", id: "asked" },
      { host, anchor, running, holders, inSpace: space !== null, published: isPublished },
    ),
  ];
}

/** May route. */
export function route({ work }: Routes): Verdict<RouteAsked> {
  prepare("route", ROUTE);
  return (asked) => {
    const found = new Routing(work, asked);
    // An entity that nobody knows is not asked about.
    if (found.instance === null) return false;
    return isAllowed({
      principal: uidOf(asked.viewer),
      action: { type: "Action", id: "route" },
      resource: { type: "Instance", id: "asked" },
      context: { target: { __entity: uidOf(asked.target) } },
      preparsedPolicySetId: "route",
      entities: routeEntities(found, found.instance),
    });
  };
}

/** Who sees whom. */
export function contact({ work }: Contacts): Verdict<ContactAsked> {
  prepare("see", CONTACT);
  return (asked) => {
    const { viewer, target, actor, space, part, targetPart, shows } = new Contact(work, asked);
    if (space === null) return false;
    const known = actor?.ended === false && part !== null;
    const person = (who: Identity, present: boolean) =>
      entity(uidOf(who), { organization: who.organization, known, present });
    const same = uidOf(viewer).id === uidOf(target).id;
    const there = targetPart !== null && isPresent(space, target);
    return isAllowed({
      principal: uidOf(viewer),
      action: { type: "Action", id: "see" },
      resource: uidOf(target),
      context: {
        live: !space.dissolved,
        host: space.host.id,
        all: shows === "all",
        listed: shows === null || shows === "all" ? [] : [...shows],
      },
      preparsedPolicySetId: "see",
      entities: [
        person(viewer, isPresent(space, viewer)),
        ...(same ? [] : [person(target, there)]),
      ],
    });
  };
}
