/** Tells a reference model its inputs in few words; every organization gets a main admin. */

import type { AppsCommands } from "../../src/apps/model.ts";
import type { IdKinds, InputId, OrganizationId, PersonId, StaffId } from "../../src/core/ids.ts";
import type { Actor } from "../../src/core/input.ts";
import type { Notice, NoticeKind } from "../../src/core/notice.ts";
import { defaultPolicy, type Policy } from "../../src/core/policy.ts";
import type { DirectoryCommands, DirectoryFacts } from "../../src/directory/model.ts";
import type { Input } from "../../src/engine/types.ts";
import type { FlowsCommands } from "../../src/flows/model.ts";
import type { GroupsCommands } from "../../src/groups/model.ts";
import type { LicensesCommands, LicensesFacts } from "../../src/licenses/model.ts";
import type { Queries, Query } from "../../src/queries/model.ts";
import type { RosterCommands } from "../../src/roster/model.ts";
import type { SpacesCommands } from "../../src/spaces/model.ts";
import {
  createReference,
  type Reference,
  type ReferenceVerdict,
} from "../../src/testing/reference/index.ts";

/** A type with its ids as plain strings, for literals in tests. */
type Plain<T> = T extends IdKinds[keyof IdKinds]
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

type Commands = DirectoryCommands &
  SpacesCommands &
  RosterCommands &
  LicensesCommands &
  GroupsCommands &
  AppsCommands &
  FlowsCommands;
type Facts = DirectoryFacts & LicensesFacts;

/** What is told to both sides of what becomes of applications, and of Associations (JOIN-18). */
const OF_SIDES: readonly NoticeKind[] = [
  "APPLICATION_SUBMITTED",
  "APPLICATION_WITHDRAWN",
  "APPLICATION_DECIDED",
  "ASSOCIATION_ENDED",
];

/** What a test says to a model; verdicts leave out what `sides` tells. */
export interface Teller {
  readonly reference: Reference;
  /** Which notices to both sides the last input led to. */
  readonly sides: () => readonly Notice[];
  readonly fact: <Type extends keyof Facts>(
    type: Type,
    data: Plain<Facts[Type]>,
    options?: { readonly at?: number; readonly from?: string },
  ) => ReturnType<Reference["apply"]>;
  /** By a person of an organization, by its main admin if only that is named, or by support. */
  readonly command: <Type extends keyof Commands>(
    by: string | readonly [organization: string, person: string] | null,
    type: Type,
    data: Plain<Commands[Type]>,
    at?: number,
  ) => ReturnType<Reference["apply"]>;
  /** The answer's value, or the code of the refusal. */
  readonly ask: <Type extends keyof Queries>(
    type: Type,
    data: Plain<Queries[Type]["input"]>,
  ) => unknown;
  readonly register: (...organizations: readonly string[]) => void;
  readonly hire: (
    organization: string,
    person: string,
    departments?: readonly string[],
    number?: number,
  ) => ReturnType<Reference["apply"]>;
  readonly resign: (organization: string, person: string) => ReturnType<Reference["apply"]>;
  /** Invites, applies and approves, with a scope; the approval's verdict. */
  readonly join: (
    host: string,
    space: string,
    organization: string,
    scope?: Plain<SpacesCommands["application.submit"]>["scope"],
  ) => ReturnType<Reference["apply"]>;
  readonly roster: (space: string) => readonly string[];
  readonly waiting: (space: string) => readonly string[];
}

const platform = [
  "organization.registered",
  "organization.certification-changed",
  "organization.edition-changed",
  "organization.suspended",
  "organization.resumed",
  "organization.ended",
  "organization.reinstated",
  "license.purchased",
  "hierarchy.capacity-changed",
];

/** The main admin that `register` gives an organization. */
const adminOf = (organization: string): string => `${organization}-admin`;

function actor(by: string | readonly [string, string] | null): Actor {
  if (by === null) return { support: "staff" as StaffId };
  const [organization, person] = typeof by === "string" ? [by, adminOf(by)] : by;
  return { organization: organization as OrganizationId, person: person as PersonId };
}

/** Starts a model with some changes to the default policy; what waits is told to nobody but where a test asks for it; people's pages go by their ids' length. */
export function startTelling(changes: Partial<Policy> = {}): Teller {
  const policy = { ...defaultPolicy, taskNotices: "none" as const, ...changes };
  const reference = createReference(policy, {
    pageOf: (person, pages) => person.length % pages,
  });
  let count = 0;
  let sides: readonly Notice[] = [];
  const say = (input: object): ReferenceVerdict => {
    count += 1;
    const verdict = reference.apply({
      id: `input-${count}` as InputId,
      at: 1000,
      ...input,
    } as Input);
    sides = [];
    if (verdict.kind === "refused") return verdict;
    const isOfSides = ({ kind }: Notice) => OF_SIDES.includes(kind);
    sides = verdict.notices.filter(isOfSides);
    return { ...verdict, notices: verdict.notices.filter((each) => !isOfSides(each)) };
  };
  const fact: Teller["fact"] = (type, data, { at = 1000, from } = {}) => {
    const source = platform.includes(type)
      ? { platform: true }
      : { organization: from ?? data.organization };
    return say({ type, data, at, from: source });
  };
  const command: Teller["command"] = (by, type, data, at = 1000) =>
    say({ type, data, at, by: actor(by) });
  const hire: Teller["hire"] = (organization, person, departments = [], number = 1) => {
    const fields = { name: `Name of ${person}` };
    return fact("person.hired", { organization, person, number, departments, fields });
  };
  const spaceFacts = (space: string) =>
    reference.facts().spaces.find((each) => (each.space as string) === space);
  return {
    reference,
    sides: () => sides,
    fact,
    command,
    hire,
    ask: (type, data) => {
      const answer = reference.answer({ type, data } as unknown as Query);
      return answer.kind === "answer" ? answer.value : answer.code;
    },
    register: (...organizations) => {
      for (const organization of organizations) {
        const person = adminOf(organization);
        const rest = { certified: true, edition: "exclusive", sso: false } as const;
        fact("organization.registered", { organization, name: `The ${organization}`, ...rest });
        hire(organization, person);
        const role = { role: "main", spacePermission: false } as const;
        fact("admin.changed", { organization, person, number: 1, ...role });
      }
    },
    resign: (organization, person) => fact("person.resigned", { organization, person, number: 1 }),
    join: (host, space, organization, scope) => {
      const invitation = `invitation-${count}`;
      const application = `application-${count}`;
      command(host, "invitation.issue", { space, invitation, form: "qr" });
      const wish = scope === undefined ? {} : { scope };
      command(organization, "application.submit", { application, invitation, ...wish });
      return command(host, "application.approve", { space, organization, application });
    },
    roster: (space) => (spaceFacts(space)?.roster ?? []).map((pair) => pair.join("/")),
    waiting: (space) => (spaceFacts(space)?.waiting ?? []).map((pair) => pair.join("/")),
  };
}
