/** People and departments get other ids; everything bound to them goes on under these (DIR-14, DIR-16). */
import type { DepartmentId, PersonId } from "../../core/ids.ts";
import { formerIdsOf, giveUp, isTaken } from "./former-ids.ts";
import { countRenamed } from "./natural.ts";
import { pass } from "./passing.ts";
import type { Department, Employment, FormerId, World } from "./state.ts";
import { substitute } from "./substituting.ts";
import { departmentFlagged, personFlagged } from "./vocabulary-renames.ts";

/** Somebody or something that gets another id. */
type Renamed = Pick<FormerId, "kind" | "organization"> & {
  readonly from: string;
  readonly to: string;
  readonly at: number;
};

/** Whether a word comes after the id it gives has been outdone: it names a former id, or is older. */
function isLate({ state, said }: World, { kind, organization, from, at }: Renamed): boolean {
  if (said.some((each) => each.kind === kind && each.now === from && each.former !== from))
    return true;
  return formerIdsOf(state, kind, organization, from).some((each) => at < each.at);
}

/** Everything that names it, in what is known now and in what was remembered of before the input. */
function putEverywhere(world: World, renamed: Renamed): void {
  const { state, past, scoped, returned, switched, leaving, outbox } = world;
  substitute([state, past, scoped, returned, switched, leaving, outbox], renamed);
  if (renamed.kind !== "person") return;
  for (const each of leaving as { employment: Employment; named: string | null }[]) {
    if (each.employment.organization !== renamed.organization) continue;
    if (each.named === renamed.from) each.named = renamed.to;
  }
}

function rename(world: World, renamed: Renamed): void {
  const { kind, organization, from, to, at } = renamed;
  putEverywhere(world, renamed);
  giveUp(world.state, kind, organization, { former: from, now: to, at });
}

/** Somebody in service gets another id. */
export function renamePerson(world: World, employment: Employment, to: PersonId, at: number): void {
  const { organization, person: from } = employment;
  if (to === from) return;
  const renamed: Renamed = { kind: "person", organization, from, to, at };
  if (isLate(world, renamed)) {
    pass(world, { kind: "person", id: from, reason: "older-time" });
    return;
  }
  if (isTaken(world.state, renamed, to, from)) {
    pass(world, { kind: "person", id: from, reason: "id-in-use" });
    world.outbox.push(personFlagged(organization, from));
    return;
  }
  if (!world.renamed.some((each) => each.employment === employment)) {
    world.renamed.push({ employment, from });
  }
  rename(world, renamed);
  countRenamed(world.state, employment);
  employment.at = Math.max(employment.at, at);
}

/** A department gets another id: nobody moves. */
export function renameDepartmentId(
  world: World,
  department: Department,
  to: DepartmentId,
  at: number,
  isNewer: boolean,
): void {
  const { organization, id: from } = department;
  if (to === from) return;
  const renamed: Renamed = { kind: "department", organization, from, to, at };
  // A newer revision says more than any time.
  if (!isNewer && isLate(world, renamed)) {
    pass(world, { kind: "department", id: from, reason: "older-time" });
    return;
  }
  department.at = Math.max(department.at, at);
  if (isTaken(world.state, renamed, to, from)) {
    pass(world, { kind: "department", id: from, reason: "id-in-use" });
    world.outbox.push(departmentFlagged(organization, from));
    return;
  }
  rename(world, renamed);
}
