// What the Feishu connector reads has the names that the vendor's own types have. DingTalk's package covers
// another generation of its interface, without the calls and events that are read here; WeCom has none.
import type { Client, EventDispatcher } from "@larksuiteoapi/node-sdk";
import type {
  departmentAnswer,
  departmentsAnswer,
  FeishuDepartment,
  FeishuUser,
  userAnswer,
  usersAnswer,
} from "../../src/connect/feishu/model.ts";
import type { Schema } from "../../src/schema/shape.ts";

type Handles = Parameters<EventDispatcher["register"]>[0];
type Handed<Event extends keyof Handles> = Parameters<NonNullable<Handles[Event]>>[0];
type ObjectOf<Event extends keyof Handles> = NonNullable<
  Extract<Handed<Event>, { object?: unknown }>["object"]
>;

type Contact = Client["contact"]["v3"];
type Answered<Call extends (...given: never[]) => Promise<{ data?: unknown }>> = NonNullable<
  Awaited<ReturnType<Call>>["data"]
>;
type Read<Make> = Make extends () => Schema<{ readonly data: infer Data }> ? Data : never;

/** Names that are read and that the vendor does not have. */
type Unknown<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;

/** Compiles only if there are none. */
const none = <_Names extends never>(): void => {};

none<Unknown<FeishuUser, ObjectOf<"contact.user.created_v3">>>();
none<Unknown<FeishuUser, ObjectOf<"contact.user.updated_v3">>>();
none<Unknown<FeishuUser, ObjectOf<"contact.user.deleted_v3">>>();
none<Unknown<FeishuDepartment, ObjectOf<"contact.department.created_v3">>>();
none<Unknown<FeishuDepartment, ObjectOf<"contact.department.updated_v3">>>();
none<Unknown<FeishuDepartment, ObjectOf<"contact.department.deleted_v3">>>();
none<
  Unknown<
    NonNullable<FeishuUser["status"]>,
    NonNullable<ObjectOf<"contact.user.updated_v3">["status"]>
  >
>();
none<
  Exclude<
    "event_id" | "event_type" | "create_time" | "tenant_key" | "object" | "old_object",
    keyof Handed<"contact.user.updated_v3">
  >
>();

none<Unknown<Read<typeof userAnswer>, Answered<Contact["user"]["get"]>>>();
none<Unknown<Read<typeof usersAnswer>, Answered<Contact["user"]["findByDepartment"]>>>();
none<Unknown<Read<typeof departmentAnswer>, Answered<Contact["department"]["get"]>>>();
none<Unknown<Read<typeof departmentsAnswer>, Answered<Contact["department"]["children"]>>>();

type UserAnswered = NonNullable<Answered<Contact["user"]["get"]>["user"]>;
type UserListed = NonNullable<Answered<Contact["user"]["findByDepartment"]>["items"]>[number];
type DepartmentAnswered = NonNullable<Answered<Contact["department"]["get"]>["department"]>;
type DepartmentListed = NonNullable<Answered<Contact["department"]["children"]>["items"]>[number];
none<Unknown<FeishuUser, UserAnswered>>();
none<Unknown<FeishuUser, UserListed>>();
none<Unknown<FeishuDepartment, DepartmentAnswered>>();
none<Unknown<FeishuDepartment, DepartmentListed>>();
// @ts-expect-error a name that nobody has
none<Unknown<{ readonly surname: string }, UserListed>>();
// @ts-expect-error the same of an event
none<Unknown<{ readonly surname: string }, ObjectOf<"contact.user.created_v3">>>();
// @ts-expect-error and of a whole answer
none<Unknown<{ readonly surname: string }, Answered<Contact["department"]["children"]>>>();
