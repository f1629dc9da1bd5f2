/** What WeCom sends and answers, as far as it is read. */
import type { DepartmentId, RoleId } from "../../core/ids.ts";
import { anyId, departmentId, roleId } from "../../schema/ids.ts";
import { integer } from "../../schema/numbers.ts";
import { counted, open, written } from "../../schema/open.ts";
import { lazily, list, optional } from "../../schema/shape.ts";
import { detailText, nameText } from "../../schema/texts.ts";
import type { Codes } from "../answers.ts";
import type { Settings } from "../result.ts";

/** What is looked up. */
export type WeComNeed = "user" | "department" | "tag" | "departments" | "users";

/** What the caller decides about WeCom. */
export interface WeComSettings extends Settings {
  /**
   * Whether ids of accounts are those that third-party apps get (`open_userid`): as they are. Others
   * differ by more than letter case and are taken in lower case. By default events of a suite have
   * open ids, others have not.
   */
  readonly openIds?: boolean;
  /** Tags that are named roles here; other tags are not held. */
  readonly roles?: readonly string[];
}

/** The root department: the organization itself. */
export const ROOT = "1";

export const codes: Codes = {
  field: "errcode",
  gone: new Set([60111, 60003, 60123, 40068]),
  unseen: new Set([60011]),
};

const MANY = 10_000;
const ITEMS_MAX = 100_000;
const department = written(departmentId);
const whole = counted(integer(0, Number.MAX_SAFE_INTEGER));
/** Epoch seconds, to the end of the year 9999. */
const seconds = counted(integer(0, 253_402_300_799));

interface AppHead {
  readonly Event: string;
  readonly ToUserName: string;
  readonly CreateTime: number;
  readonly ChangeType?: string | undefined;
}

/** What begins an event of an app of the organization's own. */
export const appHead = lazily(() =>
  open<AppHead>({
    Event: detailText,
    ToUserName: anyId,
    CreateTime: seconds,
    ChangeType: optional(detailText),
  }),
);

interface SuiteHead {
  readonly InfoType: string;
  readonly AuthCorpId: string;
  readonly TimeStamp: number;
  readonly ChangeType?: string | undefined;
}

/** What begins an event of a third-party app. */
export const suiteHead = lazily(() =>
  open<SuiteHead>({
    InfoType: detailText,
    AuthCorpId: anyId,
    TimeStamp: seconds,
    ChangeType: optional(detailText),
  }),
);

/** An event about a member; what else it says of them is looked up. */
export const userEvent = lazily(() =>
  open<{ readonly UserID: string; readonly NewUserID?: string | undefined }>({
    UserID: written(anyId),
    NewUserID: optional(written(anyId)),
  }),
);

interface PartyEvent {
  readonly Id: DepartmentId;
  readonly Name?: string | undefined;
  readonly ParentId?: DepartmentId | undefined;
}

/** An event about a department; newer callbacks leave its name out. */
export const partyEvent = lazily(() =>
  open<PartyEvent>({ Id: department, Name: optional(nameText), ParentId: optional(department) }),
);

interface TagEvent {
  readonly TagId: RoleId;
  readonly AddUserItems?: readonly string[] | undefined;
  readonly DelUserItems?: readonly string[] | undefined;
  readonly AddPartyItems?: readonly string[] | undefined;
  readonly DelPartyItems?: readonly string[] | undefined;
}

const items = lazily(() => optional(list(anyId, ITEMS_MAX)));

/** An event about a tag, its lists split where they have commas. */
export const tagEvent = lazily(() =>
  open<TagEvent>({
    TagId: written(roleId),
    AddUserItems: items(),
    DelUserItems: items(),
    AddPartyItems: items(),
    DelPartyItems: items(),
  }),
);

/** A member, of a look-up or of a page. */
export interface WeComUser {
  readonly userid: string;
  readonly name: string;
  readonly position?: string | undefined;
  readonly email?: string | undefined;
  readonly biz_mail?: string | undefined;
  readonly mobile?: string | undefined;
  readonly department: readonly DepartmentId[];
  /** For each department, in its order. */
  readonly is_leader_in_dept?: readonly number[] | undefined;
  readonly direct_leader?: readonly string[] | undefined;
  /** 1 active, 2 disabled, 4 not activated, 5 has quit. */
  readonly status?: number | undefined;
}

const user = lazily(() =>
  open<WeComUser>({
    userid: written(anyId),
    name: nameText,
    position: optional(detailText),
    email: optional(detailText),
    biz_mail: optional(detailText),
    mobile: optional(detailText),
    department: list(department, MANY),
    is_leader_in_dept: optional(list(whole, MANY)),
    direct_leader: optional(list(written(anyId), MANY)),
    status: optional(whole),
  }),
);

/** A look-up of one member: the member itself beside how the call went. */
export const userAnswer = user;

interface WeComDepartment {
  readonly id: DepartmentId;
  readonly name: string;
  readonly parentid?: DepartmentId | undefined;
}

const departmentShape = lazily(() =>
  open<WeComDepartment>({ id: department, name: nameText, parentid: optional(department) }),
);

export const departmentAnswer = lazily(() =>
  open<{ readonly department: WeComDepartment }>({ department: departmentShape() }),
);

export const departmentsAnswer = lazily(() =>
  open<{ readonly department: readonly WeComDepartment[] }>({
    department: list(departmentShape(), MANY),
  }),
);

export const usersAnswer = lazily(() =>
  open<{ readonly userlist: readonly WeComUser[] }>({ userlist: list(user(), MANY) }),
);

type Member = { readonly userid: string };

export const tagAnswer = lazily(() =>
  open<{ readonly userlist: readonly Member[] }>({
    userlist: list(open<Member>({ userid: written(anyId) }), ITEMS_MAX),
  }),
);
