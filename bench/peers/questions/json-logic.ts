/** json-logic-engine: a rule as data, compiled once; two operators of our own for Sets and Rosters. */
import { LogicEngine } from "json-logic-engine";
import type { Space } from "../../floor-state.ts";
import { Contact, type ContactAsked, type Contacts } from "./contacts.ts";
import { type RouteAsked, type Routes, Routing } from "./routes.ts";
import { isPresent, type Verdict } from "./setting.ts";

const engine = new LogicEngine();
engine.addMethod(
  "has",
  ([set, item]: [ReadonlySet<string> | null, string]) => set?.has(item) === true,
  { deterministic: true },
);
engine.addMethod(
  "present",
  ([space, who]: [Space | null, RouteAsked["viewer"]]) => isPresent(space, who),
  { deterministic: true },
);

const at = (path: string) => ({ var: path });
const same = (left: string, right: string) => ({ "===": [at(left), at(right)] });
const viewerPresent = { present: [at("space"), at("viewer")] };
const targetPresent = { present: [at("space"), at("target")] };

const known = { and: [at("actor"), { "!": [at("actor.ended")] }] };
const forHost = same("viewer.organization", "instance.host");
const forAnchor = same("viewer.organization", "instance.anchor");

const ROUTE = {
  and: [
    known,
    at("employment.inService"),
    at("instance"),
    { or: [forHost, forAnchor] },
    { has: [at("holders"), at("viewer.person")] },
    { or: [forHost, { and: [{ has: [at("published"), at("instance.space")] }, viewerPresent] }] },
    at("instance.running"),
    { has: [at("licensed"), at("viewer.person")] },
    same("target.organization", "instance.anchor"),
    at("targetEmployment.inService"),
    { or: [{ "!": [at("space")] }, same("instance.anchor", "instance.host"), targetPresent] },
    {
      "!": [
        {
          and: [
            same("target.person", "viewer.person"),
            same("target.organization", "viewer.organization"),
          ],
        },
      ],
    },
    { "!": [{ has: [at("holdersThere"), at("target.person")] }] },
    { has: [at("licensedThere"), at("target.person")] },
  ],
};

const CONTACT = {
  and: [
    known,
    at("space"),
    { "!": [at("space.dissolved")] },
    at("part"),
    viewerPresent,
    at("targetPart"),
    {
      or: [
        same("space.host.id", "viewer.organization"),
        same("target.organization", "viewer.organization"),
        { "===": [at("shows"), "all"] },
        { and: [at("shows"), { has: [at("shows"), at("target.organization")] }] },
      ],
    },
    targetPresent,
  ],
};

/** May route. */
export function route({ work }: Routes): Verdict<RouteAsked> {
  const rule = engine.build(ROUTE) as (data: Routing) => unknown;
  return (asked) => rule(new Routing(work, asked)) === true;
}

/** Who sees whom. */
export function contact({ work }: Contacts): Verdict<ContactAsked> {
  const rule = engine.build(CONTACT) as (data: Contact) => unknown;
  return (asked) => rule(new Contact(work, asked)) === true;
}
