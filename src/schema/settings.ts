/** Schemas of what is said and kept of settings that name departments. */
import { idProblem } from "../core/ids.ts";
import type { DepartmentOf, Setting } from "../core/notice.ts";
import type { DirectoryRecords } from "../directory/model.ts";
import { anyId, appId, departmentId, flowId, idPair, organizationId, spaceId } from "./ids.ts";
import { count } from "./numbers.ts";
import {
  choice,
  lazily,
  object,
  only,
  type Schema,
  string,
  type Table,
  tuple,
  variants,
} from "./shape.ts";
import { bucket, many, nothing } from "./structures.ts";

type Of<Kind> = Extract<Setting, { readonly kind: Kind }>;

const space = spaceId;
const organization = organizationId;
const app = appId;

/** A setting that names departments. */
export const setting: () => Schema<Setting> = lazily(() =>
  variants<Setting, "kind">("kind", {
    scope: object<Of<"scope">>({ kind: only("scope"), space, organization }),
    "link-scope": object<Of<"link-scope">>({
      kind: only("link-scope"),
      trunk: organizationId,
      organization,
    }),
    automatic: object<Of<"automatic">>({ kind: only("automatic"), space, organization }),
    list: object<Of<"list">>({ kind: only("list"), space, app }),
    permissions: object<Of<"permissions">>({ kind: only("permissions"), space, app }),
    flow: object<Of<"flow">>({ kind: only("flow"), app, flow: flowId }),
  }),
);

/** A department of some organization. */
export const departmentOf: () => Schema<DepartmentOf> = lazily(() =>
  object<DepartmentOf>({ organization: organizationId, department: departmentId }),
);

const KINDS: readonly string[] = [
  "scope",
  "link-scope",
  "automatic",
  "list",
  "permissions",
  "flow",
];

/** An entry of a setting: its kind and two ids, then a department by two. */
const settingEntry: Schema<string> = string((value) => {
  const [kind = "", ...ids] = value.split(" ");
  const fits = KINDS.includes(kind) && ids.length === 4;
  return fits && ids.every((id) => idProblem(id) === null) ? null : "not-a-name";
}, {});

/** What departments keep of those that stood under them, and of what names them. */
export const settingsRecords: Table<Pick<DirectoryRecords, "over" | "naming" | "inert">> = {
  over: () => bucket(anyId, nothing),
  naming: () => bucket(idPair, tuple(count, many(choice("list", "permissions", "flow")))),
  inert: () => bucket(settingEntry, nothing),
};
