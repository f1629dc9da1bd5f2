/** From one event of Feishu to inputs. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { DirectoryChange, DirectoryFact, ListedDepartment } from "../../directory/model.ts";
import type { Path } from "../../schema/problems.ts";
import { answered } from "../answers.ts";
import { eventKey, inputsOf, type Occasion } from "../facts.ts";
import { changed, hired, managerOf, type Profile, type Revised } from "../people.ts";
import type { Answer, Connected } from "../result.ts";
import { organizationOf, personOf } from "../settings.ts";
import { begin, finish, jsonOf, note, readAs, type Work } from "../work.ts";
import {
  codes,
  departmentAnswer,
  departmentShape,
  type FeishuNeed,
  type FeishuSettings,
  type FeishuUser,
  formerUser,
  header,
  ROOT,
  userAnswer,
  user as userShape,
  type WholeUser,
} from "./model.ts";
import { departmentNeed, profileFrom, userNeed } from "./people.ts";

interface Convert {
  readonly work: Work<FeishuNeed>;
  readonly settings: FeishuSettings;
  readonly corp: string;
  readonly organization: OrganizationId;
  readonly occasion: Occasion;
  readonly revised: Revised;
  readonly object: unknown;
  readonly before: unknown;
  /** Where both stand in the payload. */
  readonly path: Path;
}

type Make = () => readonly DirectoryFact[];

const nothing: Make = () => [];

const isWhole = (user: FeishuUser): user is WholeUser =>
  user.name !== undefined && user.department_ids !== undefined;

/** A person as the event shows them or, where it withholds what must be known, as a look-up does. */
function shownUser({ work, object, before, path }: Convert): [WholeUser, Path] | null {
  const at = [...path, "object"];
  const said = readAs(work, userShape(), object, at);
  if (said === null) return null;
  if (!isWhole(said)) {
    const answer = answered(work, codes, userNeed(said.open_id), userAnswer());
    return answer && [answer.value.data.user, [...answer.path, "data", "user"]];
  }
  const former =
    before === undefined || before === null
      ? null
      : readAs(work, formerUser(), before, [...path, "old_object"]);
  // A manager who was there and is not named any more is gone.
  const isAlone = said.leader_user_id === undefined && former?.leader_user_id !== undefined;
  return [isAlone ? { ...said, leader_user_id: "" } : said, at];
}

const resign = ({ person }: Pick<Profile, "person">): DirectoryChange[] => [
  { type: "person.resigned", data: { person } },
];

const shown =
  (show: (profile: Profile, revised: Revised) => DirectoryChange[]) =>
  (convert: Convert): Make => {
    const { work, settings, corp, occasion, revised } = convert;
    const found = shownUser(convert);
    if (found === null) return nothing;
    const [user, path] = found;
    const profile = profileFrom(work, settings, corp, user, path);
    if (profile === null) return nothing;
    if (user.status?.is_resigned === true) return () => inputsOf(occasion, [resign(profile)]);
    return () => [
      ...inputsOf(occasion, [show(profile, revised)]),
      ...inputsOf(occasion, [managerOf(profile, revised)]),
    ];
  };

function resigned({ work, settings, corp, occasion, object, path }: Convert): Make {
  const said = readAs(work, userShape(), object, [...path, "object"]);
  if (said === null) return nothing;
  const { open_id: id, union_id: union } = said;
  const person = personOf(work, settings, { corp, id, ...(union ? { union } : {}) });
  return person === null ? nothing : () => inputsOf(occasion, [resign({ person })]);
}

function departmentId({ work, object, path }: Convert): DepartmentId | null {
  const said = readAs(work, departmentShape(), object, [...path, "object"]);
  if (said === null) return null;
  const { open_department_id: id } = said;
  if (id !== ROOT) return id;
  work.left.push({ kind: "department", id, reason: "root" });
  return null;
}

function shownDepartment(convert: Convert): ListedDepartment | null {
  const { work, object, path } = convert;
  const id = departmentId(convert);
  const said = id === null ? null : readAs(work, departmentShape(), object, [...path, "object"]);
  if (id === null || said === null) return null;
  let { name, parent_department_id: parent } = said;
  if (name === undefined || parent === undefined) {
    const answer = answered(work, codes, departmentNeed(id), departmentAnswer());
    if (answer === null) return null;
    ({ name, parent_department_id: parent } = answer.value.data.department);
  }
  return { department: id, parent: parent === ROOT ? null : parent, name };
}

function created(convert: Convert): Make {
  const { occasion, revised } = convert;
  const found = shownDepartment(convert);
  if (found === null) return nothing;
  return () =>
    inputsOf(occasion, [[{ type: "department.created", data: { ...found, ...revised } }]]);
}

function modified(convert: Convert): Make {
  const { occasion, revised } = convert;
  const found = shownDepartment(convert);
  if (found === null) return nothing;
  const { department, parent, name } = found;
  const changes: DirectoryChange[] = [
    { type: "department.renamed", data: { department, name, ...revised } },
    { type: "department.moved", data: { department, parent, ...revised } },
  ];
  return () => inputsOf(occasion, [changes]);
}

function removed(convert: Convert): Make {
  const department = departmentId(convert);
  if (department === null) return nothing;
  const data = { department, ...convert.revised };
  return () => inputsOf(convert.occasion, [[{ type: "department.removed", data }]]);
}

/** What an app sees says nothing of who is there: only a pull does. */
function seesOther({ work, corp }: Convert): Make {
  work.left.push({ kind: "scope", id: corp, reason: "pull-again" });
  return nothing;
}

const EVENTS: ReadonlyMap<string, (convert: Convert) => Make> = /* @__PURE__ */ new Map([
  ["contact.user.created_v3", shown(hired)],
  ["contact.user.updated_v3", shown(changed)],
  ["contact.user.deleted_v3", resigned],
  ["contact.department.created_v3", created],
  ["contact.department.updated_v3", modified],
  ["contact.department.deleted_v3", removed],
  ["contact.scope.updated_v3", seesOther],
]);

/** Events of the same directory that say nothing the library keeps. */
const NOT_HELD: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "contact.custom_attr_event.updated_v3",
  "contact.employee_type_enum.created_v3",
  "contact.employee_type_enum.updated_v3",
  "contact.employee_type_enum.deleted_v3",
  "contact.employee_type_enum.actived_v3",
  "contact.employee_type_enum.deactivated_v3",
]);

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const hasField = (value: unknown, name: string): value is object =>
  fieldOf(value, name) !== undefined;

/** The dispatcher marks what it hands on with a symbol, which no JSON has. */
const withoutMarks = (message: object): object => Object.fromEntries(Object.entries(message));

/**
 * From one decrypted event of Feishu, as an object or as JSON, or as the vendor's dispatcher hands it on,
 * to inputs. It shows the person or department itself: something is looked up only where the app may not
 * see a name or departments in events. Times are in milliseconds and serve as revisions.
 *
 * @param answers what was looked up; none at first, then everything that `needs` named
 *
 * @example
 * fromEvent(message);
 * // { kind: "inputs", inputs: [{ type: "person.hired", … }], left: [] }
 */
export function fromEvent(
  payload: unknown,
  answers: readonly Answer[] = [],
  settings: FeishuSettings = {},
): Connected<FeishuNeed> {
  const work = begin<FeishuNeed>(answers);
  const message = jsonOf(work, payload);
  if (work.problems.length > 0) return finish(work, nothing);
  // The dispatcher puts what is in `header` and in `event` beside each other.
  const isFlat = !hasField(message, "header") && hasField(message, "event_type");
  const at = isFlat ? [] : ["header"];
  const head = readAs(
    work,
    header(),
    isFlat ? withoutMarks(message) : fieldOf(message, "header"),
    at,
  );
  if (head === null) return finish(work, nothing);
  const { event_type: type, tenant_key: corp, create_time: time } = head;
  const organization = organizationOf(work, settings, corp);
  const convert = EVENTS.get(type);
  if (NOT_HELD.has(type)) work.left.push({ kind: "event", id: type, reason: "not-held" });
  else if (convert === undefined) note(work, [...at, "event_type"], "unknown-event");
  if (convert === undefined || organization === null) return finish(work, nothing);
  const event = isFlat ? message : fieldOf(message, "event");
  const object = fieldOf(event, "object");
  const before = fieldOf(event, "old_object");
  const key = eventKey(head.event_id, head);
  const occasion = { platform: "feishu", key, organization, at: time };
  const path = isFlat ? [] : ["event"];
  const revised = { revision: time };
  return finish(
    work,
    convert({ work, settings, corp, organization, occasion, revised, object, before, path }),
  );
}
