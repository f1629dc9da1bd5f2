/** From one event of WeCom to inputs. */
import type { DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { DirectoryChange, DirectoryFact } from "../../directory/model.ts";
import { roleId } from "../../schema/ids.ts";
import { answered } from "../answers.ts";
import { inputsOf, type Occasion } from "../facts.ts";
import { changed, hired, managerOf, type Profile, rolesFrom } from "../people.ts";
import type { Answer, Connected } from "../result.ts";
import { organizationOf } from "../settings.ts";
import { begin, finish, note, readAs, type Work } from "../work.ts";
import {
  codes,
  departmentAnswer,
  partyEvent,
  ROOT,
  tagAnswer,
  tagEvent,
  userAnswer,
  userEvent,
  type WeComNeed,
  type WeComSettings,
} from "./model.ts";
import { type Accounts, memberOf, profileFrom, spelled, tagNeed, userNeed } from "./people.ts";
import { readEvent, type WeComEvent } from "./reading.ts";

interface Convert {
  readonly work: Work<WeComNeed>;
  readonly settings: WeComSettings;
  readonly event: WeComEvent;
  readonly organization: OrganizationId;
  readonly occasion: Occasion;
  readonly accounts: Accounts;
}

type Make = () => readonly DirectoryFact[];

const nothing: Make = () => [];

/** The id to look a member up by, and what is to be said of one who has got another. */
interface Member {
  readonly id: string;
  readonly renamed: DirectoryChange[];
}

/** Who has a new id is renamed, unless the caller's mapping gives both ids one person. */
function memberIn({ work, settings, event, accounts }: Convert): Member | null {
  const said = readAs(work, userEvent(), event.payload, []);
  if (said === null) return null;
  const { UserID: id, NewUserID: to } = said;
  const isSame = to === undefined || spelled(to, accounts) === spelled(id, accounts);
  if (isSame) return { id, renamed: [] };
  const before = memberOf(work, settings, accounts, id);
  const after = memberOf(work, settings, accounts, to);
  if (before === null || after === null) return null;
  const isOther = before !== after;
  const data = { person: before, to: after };
  return { id: to, renamed: isOther ? [{ type: "person.renamed", data }] : [] };
}

const shown =
  (show: (profile: Profile) => DirectoryChange[]) =>
  (convert: Convert): Make => {
    const { work, settings, occasion, accounts } = convert;
    const member = memberIn(convert);
    if (member === null) return nothing;
    const answer = answered(work, codes, userNeed(member.id), userAnswer());
    if (answer === null) return nothing;
    const profile = profileFrom(work, settings, accounts, answer.value, answer.path);
    if (profile === null) return nothing;
    return () => [
      ...inputsOf(occasion, [[...member.renamed, ...show(profile)]]),
      ...inputsOf(occasion, [managerOf(profile)]),
    ];
  };

function resigned({ work, settings, event, occasion, accounts }: Convert): Make {
  const said = readAs(work, userEvent(), event.payload, []);
  const person = said && memberOf(work, settings, accounts, said.UserID);
  return person === null
    ? nothing
    : () => inputsOf(occasion, [[{ type: "person.resigned", data: { person } }]]);
}

interface Party {
  readonly department: DepartmentId;
  readonly name: string;
  /** Left out where it has not changed. */
  readonly parent?: DepartmentId | null;
}

/** What the event says of a department, or what a look-up does where it holds no name. */
function party({ work, event }: Convert, whole: boolean): Party | null {
  const said = readAs(work, partyEvent(), event.payload, []);
  if (said === null) return null;
  const { Id: id, Name: name, ParentId: parent } = said;
  if (id === ROOT) {
    work.left.push({ kind: "department", id, reason: "root" });
    return null;
  }
  const above = (given: DepartmentId | undefined): DepartmentId | null =>
    given === undefined || given === ROOT ? null : given;
  if (name !== undefined && (parent !== undefined || !whole)) {
    return { department: id, name, ...(parent === undefined ? {} : { parent: above(parent) }) };
  }
  const call = "GET /cgi-bin/department/get";
  const need = { kind: "department", id, call, parameters: { id } } as const;
  const answer = answered(work, codes, need, departmentAnswer());
  if (answer === null) return null;
  const { department } = answer.value;
  return { department: id, name: department.name, parent: above(department.parentid) };
}

function created(convert: Convert): Make {
  const found = party(convert, true);
  if (found === null) return nothing;
  const { parent = null } = found;
  const data = { ...found, parent };
  return () => inputsOf(convert.occasion, [[{ type: "department.created", data }]]);
}

function modified(convert: Convert): Make {
  const found = party(convert, false);
  if (found === null) return nothing;
  const { department, name, parent } = found;
  const changes: DirectoryChange[] = [{ type: "department.renamed", data: { department, name } }];
  if (parent !== undefined)
    changes.push({ type: "department.moved", data: { department, parent } });
  return () => inputsOf(convert.occasion, [changes]);
}

function removed({ work, event, occasion }: Convert): Make {
  const department = readAs(work, partyEvent(), event.payload, [])?.Id;
  return department === undefined
    ? nothing
    : () => inputsOf(occasion, [[{ type: "department.removed", data: { department } }]]);
}

/** All tags that are roles are looked up: a person's roles are told as a whole. */
function tagged({ work, settings, event, occasion, accounts }: Convert): Make {
  const said = readAs(work, tagEvent(), event.payload, []);
  if (said === null) return nothing;
  const { roles: tags = [] } = settings;
  if (!tags.includes(said.TagId)) {
    work.left.push({ kind: "tag", id: said.TagId, reason: "not-held" });
    return nothing;
  }
  for (const id of [...(said.AddPartyItems ?? []), ...(said.DelPartyItems ?? [])]) {
    work.left.push({ kind: "department", id, reason: "not-held" });
  }
  const marked = rolesByAccount(work, tags, accounts);
  const named = [...(said.AddUserItems ?? []), ...(said.DelUserItems ?? [])];
  const ids = new Set(named.map((id) => spelled(id, accounts)));
  const changes = [...ids].flatMap((id): DirectoryChange[][] => {
    const person = memberOf(work, settings, accounts, id);
    if (person === null) return [];
    const roles = rolesFrom(work, marked.get(id) ?? [], ["settings", "roles"]);
    return [[{ type: "person.roles-changed", data: { person, roles } }]];
  });
  return () => inputsOf(occasion, changes);
}

/** Which of the tags mark each account; a tag that is gone marks none. */
export function rolesByAccount(
  work: Work<WeComNeed>,
  tags: readonly string[],
  accounts: Accounts,
): ReadonlyMap<string, readonly RoleId[]> {
  const marked = new Map<string, RoleId[]>();
  for (const tag of tags) {
    const role = readAs(work, roleId, tag, ["settings", "roles"]);
    const answer = role && answered(work, codes, tagNeed(tag), tagAnswer());
    if (role === null || answer === null) continue;
    for (const { userid } of answer.value.userlist) {
      const id = spelled(userid, accounts);
      const roles = marked.get(id);
      if (roles === undefined) marked.set(id, [role]);
      else roles.push(role);
    }
  }
  return marked;
}

const EVENTS: ReadonlyMap<string, (convert: Convert) => Make> = /* @__PURE__ */ new Map([
  ["create_user", shown(hired)],
  ["update_user", shown(changed)],
  ["delete_user", resigned],
  ["create_party", created],
  ["update_party", modified],
  ["delete_party", removed],
  ["update_tag", tagged],
]);

/**
 * From one decrypted `change_contact` event of WeCom to inputs: XML or JSON as text, or an object. Its
 * times are in seconds, too coarse for a revision: changes have none, and the later word counts.
 *
 * @param answers what was looked up; none at first, then everything that `needs` named
 *
 * @example
 * fromEvent("<xml>…<ChangeType>delete_user</ChangeType><UserID>zhangsan</UserID></xml>");
 * // { kind: "inputs", inputs: [{ type: "person.resigned", … }], left: [] }
 */
export function fromEvent(
  payload: unknown,
  answers: readonly Answer[] = [],
  settings: WeComSettings = {},
): Connected<WeComNeed> {
  const work = begin<WeComNeed>(answers);
  const event = readEvent(work, payload);
  if (event === null) return finish(work, nothing);
  const convert = EVENTS.get(event.type);
  const { corp, at, key, suite } = event;
  const organization = organizationOf(work, settings, corp);
  if (convert === undefined) note(work, event.path, "unknown-event");
  if (convert === undefined || organization === null) return finish(work, nothing);
  const occasion = { platform: "wecom", key, organization, at };
  const accounts = { corp, openIds: settings.openIds ?? suite };
  return finish(work, convert({ work, settings, event, organization, occasion, accounts }));
}
