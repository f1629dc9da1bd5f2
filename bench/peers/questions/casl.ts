/**
 * CASL: abilities of the viewer. Conditions are functions (the "lambda matcher" of its guide), because
 * the default ones compare a field with a value, and these rules compare two fields.
 */
import { Ability, AbilityBuilder, type MatchConditions } from "@casl/ability";
import { Contact, type ContactAsked, type Contacts } from "./contacts.ts";
import { type RouteAsked, type Routes, Routing } from "./routes.ts";
import { isPresent, type Verdict } from "./setting.ts";

type Identity = RouteAsked["viewer"];
type Subjects = Ability<
  ["route", typeof Routing | Routing] | ["see", typeof Contact | Contact],
  MatchConditions
>;

const conditionsMatcher = (condition: MatchConditions): MatchConditions => condition;

function abilityToRoute({ work }: Routes, viewer: Identity): Subjects {
  const { organization, person } = viewer;
  const { can, cannot, build } = new AbilityBuilder<Subjects>(Ability);
  const actor = work.floor.organizations.get(organization);
  if (actor !== undefined && !actor.ended && actor.employments.get(person)?.inService === true) {
    const forHost = ({ instance, holders, licensed }: Routing) =>
      instance?.host === organization &&
      holders?.has(person) === true &&
      instance.running &&
      licensed?.has(person) === true;
    const forMember = ({ instance, holders, licensed, published, space }: Routing) =>
      instance !== null &&
      instance.anchor === organization &&
      instance.host !== organization &&
      instance.space !== null &&
      holders?.has(person) === true &&
      published?.has(instance.space) === true &&
      instance.running &&
      isPresent(space, viewer) &&
      licensed?.has(person) === true;
    can("route", Routing, (each: Routing) => forHost(each) || forMember(each));
    cannot("route", Routing, ({ instance, target, targetEmployment, space }: Routing) => {
      const anchor = instance?.anchor;
      const inside =
        target.organization === anchor &&
        targetEmployment?.inService === true &&
        (space === null || anchor === instance?.host || isPresent(space, target));
      return !inside;
    });
    cannot(
      "route",
      Routing,
      ({ target, holdersThere, licensedThere }: Routing) =>
        (target.person === person && target.organization === organization) ||
        holdersThere?.has(target.person) === true ||
        licensedThere?.has(target.person) !== true,
    );
  }
  return build({ conditionsMatcher });
}

function abilityToSee({ work }: Contacts, viewer: Identity): Subjects {
  const { organization } = viewer;
  const { can, build } = new AbilityBuilder<Subjects>(Ability);
  const actor = work.floor.organizations.get(organization);
  if (actor !== undefined && !actor.ended) {
    const inside = ({ space, part, target, targetPart }: Contact) =>
      space !== null &&
      !space.dissolved &&
      part !== null &&
      isPresent(space, viewer) &&
      targetPart !== null &&
      isPresent(space, target);
    can("see", Contact, (each: Contact) => {
      const { space, target, shows } = each;
      const visible =
        space?.host === actor ||
        target.organization === organization ||
        shows === "all" ||
        shows?.has(target.organization) === true;
      return visible && inside(each);
    });
  }
  return build({ conditionsMatcher });
}

/** Keeps an ability for each identity, as a session would. */
function kept(make: (who: Identity) => Subjects): (who: Identity) => Subjects {
  const abilities = new Map<string, Map<string, Subjects>>();
  return (who) => {
    let own = abilities.get(who.organization);
    if (own === undefined) {
      own = new Map();
      abilities.set(who.organization, own);
    }
    let ability = own.get(who.person);
    if (ability === undefined) {
      ability = make(who);
      own.set(who.person, ability);
    }
    return ability;
  };
}

const routeBy =
  ({ work }: Routes, abilityOf: (who: Identity) => Subjects): Verdict<RouteAsked> =>
  (asked) =>
    abilityOf(asked.viewer).can("route", new Routing(work, asked));

const seeBy =
  ({ work }: Contacts, abilityOf: (who: Identity) => Subjects): Verdict<ContactAsked> =>
  (asked) =>
    abilityOf(asked.viewer).can("see", new Contact(work, asked));

/** May route, with an ability built once for each viewer. */
export const routeKept = (setting: Routes) =>
  routeBy(
    setting,
    kept((who) => abilityToRoute(setting, who)),
  );

/** May route, with an ability built for each question. */
export const routeBuilt = (setting: Routes) =>
  routeBy(setting, (who) => abilityToRoute(setting, who));

/** Who sees whom, with an ability built once for each viewer. */
export const seeKept = (setting: Contacts) =>
  seeBy(
    setting,
    kept((who) => abilityToSee(setting, who)),
  );

/** Who sees whom, with an ability built for each question. */
export const seeBuilt = (setting: Contacts) => seeBy(setting, (who) => abilityToSee(setting, who));
