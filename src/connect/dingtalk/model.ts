/** What DingTalk sends and answers, as far as it is read. */
import type { DepartmentId, RoleId } from "../../core/ids.ts";
import { anyId, departmentId, roleId } from "../../schema/ids.ts";
import { integer, time } from "../../schema/numbers.ts";
import { counted, open, written } from "../../schema/open.ts";
import { flag, lazily, list, optional } from "../../schema/shape.ts";
import { detailText, nameText } from "../../schema/texts.ts";
import type { Codes } from "../answers.ts";
import type { Account, Settings } from "../result.ts";

/** What is looked up. */
export type DingTalkNeed = "user" | "department" | "admins" | "departments" | "users";

/** What the caller decides about DingTalk. */
export interface DingTalkSettings extends Settings {
  /** Whether a sub-admin has the Space permission, which no call of DingTalk tells; by default none has. */
  readonly spacePermission?: (account: Account) => boolean;
  /** What becomes of an organization that was dissolved: `suspended` can be undone. */
  readonly removed?: "suspended" | "ended";
  /** Whether a pull looks each person up, for managers and roles, which its pages lack. */
  readonly details?: boolean;
}

/** The root department: the organization itself. */
export const ROOT = "1";

export const codes: Codes = {
  field: "errcode",
  gone: new Set([60121, 33012, 60003]),
  unseen: new Set([50002, 50004]),
};

const MANY = 10_000;
const department = written(departmentId);
const ids = lazily(() => list(written(anyId), MANY));

interface HttpEvent {
  readonly EventType: string;
  readonly CorpId: string;
  readonly TimeStamp: number;
  readonly EventId?: string | undefined;
  readonly UserId?: readonly string[] | undefined;
  readonly UserIdList?: readonly string[] | undefined;
  readonly LabelIdList?: readonly string[] | undefined;
  readonly DeptId?: readonly DepartmentId[] | undefined;
}

/** A decrypted HTTP callback. */
export const httpEvent = lazily(() =>
  open<HttpEvent>({
    EventType: detailText,
    CorpId: anyId,
    TimeStamp: counted(time),
    EventId: optional(detailText),
    UserId: optional(ids()),
    UserIdList: optional(ids()),
    LabelIdList: optional(ids()),
    DeptId: optional(list(department, MANY)),
  }),
);

interface StreamHeaders {
  readonly eventType: string;
  readonly eventCorpId: string;
  readonly eventBornTime: number;
  readonly eventId?: string | undefined;
}

/** The headers of a message of a stream. */
export const streamHeaders = lazily(() =>
  open<StreamHeaders>({
    eventType: detailText,
    eventCorpId: anyId,
    eventBornTime: counted(time),
    eventId: optional(detailText),
  }),
);

interface StreamData {
  readonly timeStamp?: number | undefined;
  readonly userId?: readonly string[] | undefined;
  readonly userIdList?: readonly string[] | undefined;
  readonly labelIdList?: readonly string[] | undefined;
  readonly deptId?: readonly DepartmentId[] | undefined;
}

/** What a message of a stream says. */
export const streamData = lazily(() =>
  open<StreamData>({
    timeStamp: optional(counted(time)),
    userId: optional(ids()),
    userIdList: optional(ids()),
    labelIdList: optional(ids()),
    deptId: optional(list(department, MANY)),
  }),
);

interface Leading {
  readonly dept_id: DepartmentId;
  readonly leader?: boolean | undefined;
}

/** A person, of a look-up or of a page; a page has `leader` for its own department alone. */
export interface DingTalkUser {
  readonly userid: string;
  readonly unionid?: string | undefined;
  readonly name: string;
  readonly title?: string | undefined;
  readonly email?: string | undefined;
  readonly org_email?: string | undefined;
  readonly mobile?: string | undefined;
  readonly dept_id_list: readonly DepartmentId[];
  readonly leader?: boolean | undefined;
  readonly leader_in_dept?: readonly Leading[] | undefined;
  readonly role_list?: readonly { readonly id: RoleId }[] | undefined;
  readonly manager_userid?: string | undefined;
}

const user = lazily(() =>
  open<DingTalkUser>({
    userid: written(anyId),
    unionid: optional(detailText),
    name: nameText,
    title: optional(detailText),
    email: optional(detailText),
    org_email: optional(detailText),
    mobile: optional(detailText),
    dept_id_list: list(department, MANY),
    leader: optional(flag),
    leader_in_dept: optional(
      list(open<Leading>({ dept_id: department, leader: optional(flag) }), MANY),
    ),
    role_list: optional(list(open<{ readonly id: RoleId }>({ id: written(roleId) }), MANY)),
    manager_userid: optional(detailText),
  }),
);

export interface DingTalkDepartment {
  readonly dept_id: DepartmentId;
  readonly name: string;
  /** The root has none. */
  readonly parent_id?: DepartmentId | undefined;
}

const departmentShape = lazily(() =>
  open<DingTalkDepartment>({
    dept_id: department,
    name: nameText,
    parent_id: optional(department),
  }),
);

interface Result<T> {
  readonly result: T;
}

export const userAnswer = lazily(() => open<Result<DingTalkUser>>({ result: user() }));
export const departmentAnswer = lazily(() =>
  open<Result<DingTalkDepartment>>({ result: departmentShape() }),
);
export const departmentsAnswer = lazily(() =>
  open<Result<readonly DingTalkDepartment[]>>({ result: list(departmentShape(), MANY) }),
);

interface UsersPage {
  readonly has_more: boolean;
  readonly next_cursor?: number | undefined;
  readonly list: readonly DingTalkUser[];
}

export const usersAnswer = lazily(() =>
  open<Result<UsersPage>>({
    result: open<UsersPage>({
      has_more: flag,
      next_cursor: optional(counted(integer(0, Number.MAX_SAFE_INTEGER))),
      list: list(user(), MANY),
    }),
  }),
);

interface Admin {
  readonly userid: string;
  /** 1: main admin; others are sub-admins. */
  readonly sys_level: number;
}

export const adminsAnswer = lazily(() =>
  open<Result<readonly Admin[]>>({
    result: list(
      open<Admin>({
        userid: written(anyId),
        sys_level: counted(integer(0, Number.MAX_SAFE_INTEGER)),
      }),
      MANY,
    ),
  }),
);
