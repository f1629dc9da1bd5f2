/** From one event of DingTalk to inputs. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { DirectoryChange, DirectoryFact, ListedDepartment } from "../../directory/model.ts";
import { answered } from "../answers.ts";
import { factOf, inputsOf, type Occasion } from "../facts.ts";
import { parentsFirst } from "../list.ts";
import { changed, hired, managerOf, type Profile, type Revised } from "../people.ts";
import type { Answer, Connected } from "../result.ts";
import { organizationOf, personOf } from "../settings.ts";
import { begin, finish, note, type Work } from "../work.ts";
import {
  adminsAnswer,
  codes,
  type DingTalkNeed,
  type DingTalkSettings,
  departmentAnswer,
  ROOT,
  userAnswer,
} from "./model.ts";
import { departmentNeed, profileFrom, userNeed } from "./people.ts";
import { type DingTalkEvent, readEvent } from "./reading.ts";

interface Convert {
  readonly work: Work<DingTalkNeed>;
  readonly settings: DingTalkSettings;
  readonly event: DingTalkEvent;
  readonly organization: OrganizationId;
  readonly occasion: Occasion;
  readonly revised: Revised;
}

type Make = () => readonly DirectoryFact[];

/** What there is to look up, once each. */
const once = <Id extends string>(ids: readonly Id[]): Id[] => [...new Set(ids)];

function profiles({ work, settings, event, organization }: Convert): Profile[] {
  const whose = { organization, corp: event.corp };
  return once(event.users).flatMap((id) => {
    const answer = answered(work, codes, userNeed(id), userAnswer());
    if (answer === null) return [];
    const path = [...answer.path, "result"];
    const profile = profileFrom(work, settings, whose, answer.value.result, path);
    return profile === null ? [] : [profile];
  });
}

type Showing = (profile: Profile, revised: Revised) => DirectoryChange[];

/** People as they now are; whom they report to comes after all of them. */
const shown =
  (show: Showing) =>
  (convert: Convert): Make => {
    const { occasion, revised } = convert;
    const all = profiles(convert);
    return () => [
      ...inputsOf(
        occasion,
        all.map((each) => show(each, revised)),
      ),
      ...inputsOf(
        occasion,
        all.map((each) => managerOf(each, revised)),
      ),
    ];
  };

function roles(convert: Convert): Make {
  const { occasion, revised } = convert;
  const changes = profiles(convert).map(({ person, roles = [] }): DirectoryChange[] => [
    { type: "person.roles-changed", data: { person, roles, ...revised } },
  ]);
  return () => inputsOf(occasion, changes);
}

function people({ work, settings, event }: Convert): (readonly [id: string, person: PersonId])[] {
  return once(event.users).flatMap((id) => {
    const person = personOf(work, settings, { corp: event.corp, id });
    return person === null ? [] : [[id, person] as const];
  });
}

/** A leaver cannot be looked up, and need not be. */
function resigned(convert: Convert): Make {
  const changes = people(convert).map(([, person]): DirectoryChange[] => [
    { type: "person.resigned", data: { person } },
  ]);
  return () => inputsOf(convert.occasion, changes);
}

/** The list of admins says what somebody is now, whether they were made or unmade one. */
function admins(convert: Convert): Make {
  const { work, settings, event, occasion, revised } = convert;
  const need = {
    kind: "admins",
    id: event.corp,
    call: "POST /topapi/user/listadmin",
    parameters: {},
  } as const;
  const answer = answered(work, codes, need, adminsAnswer(), true);
  const levels = new Map(answer?.value.result.map((each) => [each.userid, each.sys_level]));
  const changes = people(convert).map(([id, person]): DirectoryChange[] => {
    const level = levels.get(id);
    if (level === undefined)
      return [{ type: "admin.changed", data: { person, role: null, ...revised } }];
    if (level === 1) return [{ type: "admin.changed", data: { person, role: "main", ...revised } }];
    const spacePermission = settings.spacePermission?.({ corp: event.corp, id }) === true;
    const data = { person, role: "sub", spacePermission, ...revised } as const;
    return [{ type: "admin.changed", data }];
  });
  return () => inputsOf(occasion, changes);
}

function departmentIds({ work, event }: Convert): DepartmentId[] {
  return once(event.departments).filter((id) => {
    if (id === ROOT) work.left.push({ kind: "department", id, reason: "root" });
    return id !== ROOT;
  });
}

function departments(convert: Convert): ListedDepartment[] {
  const lines = departmentIds(convert).flatMap((id): ListedDepartment[] => {
    const answer = answered(convert.work, codes, departmentNeed(id), departmentAnswer());
    if (answer === null) return [];
    const { dept_id: department, name, parent_id: parent = ROOT } = answer.value.result;
    return [{ department, parent: parent === ROOT ? null : parent, name }];
  });
  return parentsFirst(lines);
}

function created(convert: Convert): Make {
  const changes = departments(convert).map((data): DirectoryChange[] => [
    { type: "department.created", data: { ...data, ...convert.revised } },
  ]);
  return () => inputsOf(convert.occasion, changes);
}

function modified(convert: Convert): Make {
  const { occasion, revised } = convert;
  const changes = departments(convert).map(({ department, parent, name }): DirectoryChange[] => [
    { type: "department.renamed", data: { department, name, ...revised } },
    { type: "department.moved", data: { department, parent, ...revised } },
  ]);
  return () => inputsOf(occasion, changes);
}

function removed(convert: Convert): Make {
  const changes = departmentIds(convert).map((department): DirectoryChange[] => [
    { type: "department.removed", data: { department, ...convert.revised } },
  ]);
  return () => inputsOf(convert.occasion, changes);
}

/** The root department has the organization's name. */
function organizationChanged({ work, organization, occasion, revised }: Convert): Make {
  const answer = answered(work, codes, departmentNeed(ROOT), departmentAnswer());
  if (answer === null) return () => [];
  const data = { organization, name: answer.value.result.name, ...revised };
  return () => [factOf(occasion, "organization.renamed", data)];
}

/** Of an end the platform tells, not the organization. */
function organizationRemoved({ settings, organization, occasion }: Convert): Make {
  const { removed: becomes = "suspended" } = settings;
  return () => [factOf(occasion, `organization.${becomes}`, { organization }, { platform: true })];
}

const rolesGone = ({ work, event }: Convert): Make => {
  for (const id of event.roles) work.left.push({ kind: "role", id, reason: "pull-again" });
  return () => [];
};

const notHeld = ({ work, event }: Convert): Make => {
  work.left.push({ kind: "event", id: event.type, reason: "not-held" });
  return () => [];
};

const EVENTS: ReadonlyMap<string, (convert: Convert) => Make> = /* @__PURE__ */ new Map([
  ["user_add_org", shown(hired)],
  ["user_modify_org", shown(changed)],
  ["user_leave_org", resigned],
  ["user_active_org", notHeld],
  ["org_admin_add", admins],
  ["org_admin_remove", admins],
  ["org_dept_create", created],
  ["org_dept_modify", modified],
  ["org_dept_remove", removed],
  ["org_change", organizationChanged],
  ["org_remove", organizationRemoved],
  ["label_user_change", roles],
  ["label_conf_add", notHeld],
  ["label_conf_modify", notHeld],
  ["label_conf_del", rolesGone],
]);

/**
 * From one event of DingTalk to inputs: a decrypted HTTP callback or a message of a stream, as an object
 * or as JSON. Times are in milliseconds and serve as revisions.
 *
 * @param answers what was looked up; none at first, then everything that `needs` named
 *
 * @example
 * const first = fromEvent(message);
 * // { kind: "needs", needs: [{ kind: "user", id: "zhang3", call: "POST /topapi/v2/user/get", … }] }
 */
export function fromEvent(
  payload: unknown,
  answers: readonly Answer[] = [],
  settings: DingTalkSettings = {},
): Connected<DingTalkNeed> {
  const work = begin<DingTalkNeed>(answers);
  const event = readEvent(work, payload);
  if (event === null) return finish(work, () => []);
  const convert = EVENTS.get(event.type);
  const organization = organizationOf(work, settings, event.corp);
  if (convert === undefined) note(work, event.path, "unknown-event");
  if (convert === undefined || organization === null) return finish(work, () => []);
  const { at, key } = event;
  const occasion = { platform: "dingtalk", key, organization, at };
  return finish(
    work,
    convert({ work, settings, event, organization, occasion, revised: { revision: at } }),
  );
}
