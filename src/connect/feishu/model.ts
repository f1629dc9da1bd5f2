/** What Feishu sends and answers, as far as it is read. */
import type { DepartmentId } from "../../core/ids.ts";
import { anyId, departmentId } from "../../schema/ids.ts";
import { time } from "../../schema/numbers.ts";
import { counted, open, written } from "../../schema/open.ts";
import { flag, lazily, list, optional } from "../../schema/shape.ts";
import { cursorText, detailText, nameText } from "../../schema/texts.ts";
import type { Codes } from "../answers.ts";
import type { Settings } from "../result.ts";

/** What is looked up. */
export type FeishuNeed = "user" | "department" | "departments" | "users";

/** What the caller decides about Feishu. Ids of accounts are `open_id`, those of one app. */
export type FeishuSettings = Settings;

/** The root department: the organization itself. */
export const ROOT = "0";

export const codes: Codes = {
  field: "code",
  gone: new Set([41012, 40015]),
  unseen: new Set([41050, 40004, 40014]),
};

const MANY = 10_000;
const department = written(departmentId);

interface Header {
  readonly event_id?: string | undefined;
  readonly event_type: string;
  readonly create_time: number;
  readonly tenant_key: string;
}

/** What begins an event, in its `header` or, as the vendor's dispatcher hands it on, beside the rest. */
export const header = lazily(() =>
  open<Header>({
    event_id: optional(detailText),
    event_type: detailText,
    create_time: counted(time),
    tenant_key: anyId,
  }),
);

interface Status {
  readonly is_frozen?: boolean | undefined;
  readonly is_resigned?: boolean | undefined;
  readonly is_exited?: boolean | undefined;
}

/** A person, of an event, a look-up or a page; fields that the app may not see are absent. */
export interface FeishuUser {
  readonly open_id: string;
  readonly union_id?: string | undefined;
  readonly name?: string | undefined;
  readonly job_title?: string | undefined;
  readonly email?: string | undefined;
  readonly enterprise_email?: string | undefined;
  readonly mobile?: string | undefined;
  readonly department_ids?: readonly DepartmentId[] | undefined;
  readonly leader_user_id?: string | undefined;
  readonly status?: Status | undefined;
}

/** A person of whom all is shown that the library must know. */
export type WholeUser = FeishuUser & {
  readonly name: string;
  readonly department_ids: readonly DepartmentId[];
};

const status = lazily(() =>
  open<Status>({
    is_frozen: optional(flag),
    is_resigned: optional(flag),
    is_exited: optional(flag),
  }),
);

const optionalOfUser = lazily(() => ({
  union_id: optional(detailText),
  job_title: optional(detailText),
  email: optional(detailText),
  enterprise_email: optional(detailText),
  mobile: optional(detailText),
  leader_user_id: optional(detailText),
  status: optional(status()),
}));

export const user = lazily(() =>
  open<FeishuUser>({
    open_id: anyId,
    name: optional(nameText),
    department_ids: optional(list(department, MANY)),
    ...optionalOfUser(),
  }),
);

const wholeUser = lazily(() =>
  open<WholeUser>({
    open_id: anyId,
    name: nameText,
    department_ids: list(department, MANY),
    ...optionalOfUser(),
  }),
);

/** What of an event's `old_object` counts. */
export const formerUser = lazily(() =>
  open<{ readonly leader_user_id?: string | undefined }>({ leader_user_id: optional(detailText) }),
);

interface Leader {
  readonly leaderID?: string | undefined;
}

export interface FeishuDepartment {
  readonly open_department_id: DepartmentId;
  readonly name?: string | undefined;
  readonly parent_department_id?: DepartmentId | undefined;
  readonly leaders?: readonly Leader[] | undefined;
}

type WholeDepartment = FeishuDepartment & {
  readonly name: string;
  readonly parent_department_id: DepartmentId;
};

const leaders = lazily(() =>
  optional(list(open<Leader>({ leaderID: optional(detailText) }), MANY)),
);

export const departmentShape = lazily(() =>
  open<FeishuDepartment>({
    open_department_id: department,
    name: optional(nameText),
    parent_department_id: optional(department),
    leaders: leaders(),
  }),
);

const wholeDepartment = lazily(() =>
  open<WholeDepartment>({
    open_department_id: department,
    name: nameText,
    parent_department_id: department,
    leaders: leaders(),
  }),
);

interface Data<T> {
  readonly data: T;
}

export const userAnswer = lazily(() =>
  open<Data<{ readonly user: WholeUser }>>({
    data: open<{ readonly user: WholeUser }>({ user: wholeUser() }),
  }),
);

export const departmentAnswer = lazily(() =>
  open<Data<{ readonly department: WholeDepartment }>>({
    data: open<{ readonly department: WholeDepartment }>({ department: wholeDepartment() }),
  }),
);

/** A page; the last one, or one without items, may leave them out. */
interface Page<T> {
  readonly has_more: boolean;
  readonly page_token?: string | undefined;
  readonly items?: readonly T[] | undefined;
}

export const departmentsAnswer = lazily(() =>
  open<Data<Page<WholeDepartment>>>({
    data: open<Page<WholeDepartment>>({
      has_more: flag,
      page_token: optional(cursorText),
      items: optional(list(wholeDepartment(), MANY)),
    }),
  }),
);

export const usersAnswer = lazily(() =>
  open<Data<Page<WholeUser>>>({
    data: open<Page<WholeUser>>({
      has_more: flag,
      page_token: optional(cursorText),
      items: optional(list(wholeUser(), MANY)),
    }),
  }),
);
