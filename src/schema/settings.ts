/** Schemas of what is said and kept of settings that name departments. */
import { idProblem } from "../core/ids.ts";
import type { DepartmentOf, Setting } from "../core/notice.ts";
import type { DirectoryRecords, TiedSetting } from "../directory/model.ts";
import {
  anyId,
  appId,
  departmentId,
  flowId,
  idPair,
  organizationId,
  roleId,
  spaceId,
} from "./ids.ts";
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
    seats: object<Of<"seats">>({ kind: only("seats"), trunk: organizationId, organization }),
    list: object<Of<"list">>({ kind: only("list"), space, app }),
    permissions: object<Of<"permissions">>({ kind: only("permissions"), space, app }),
    visibility: object<Of<"visibility">>({ kind: only("visibility"), space, organization }),
    hiding: object<Of<"hiding">>({ kind: only("hiding"), space, organization }),
    flow: object<Of<"flow">>({ kind: only("flow"), app, flow: flowId }),
    sight: object<Of<"sight">>({ kind: only("sight"), trunk: organizationId, organization }),
    distribution: object<Of<"distribution">>({
      kind: only("distribution"),
      trunk: organizationId,
      app,
    }),
    "distribution-permissions": object<Of<"distribution-permissions">>({
      kind: only("distribution-permissions"),
      trunk: organizationId,
      app,
    }),
    liaison: object<Of<"liaison">>({ kind: only("liaison"), trunk: organizationId, role: roleId }),
  }),
);

/** A department of some organization. */
export const departmentOf: () => Schema<DepartmentOf> = lazily(() =>
  object<DepartmentOf>({ organization: organizationId, department: departmentId }),
);

/** The kinds that departments keep notes of (DIR-11), and those found through the Spaces and Links. */
const TIED = [
  "list",
  "permissions",
  "visibility",
  "hiding",
  "flow",
  "sight",
  "distribution",
  "distribution-permissions",
  "liaison",
] as const satisfies readonly TiedSetting["kind"][];
const KINDS: readonly string[] = ["scope", "link-scope", "automatic", "seats", ...TIED];

/** An entry of a setting: its kind and two ids, then a department by two. */
const settingEntry: Schema<string> = string((value) => {
  const [kind = "", ...ids] = value.split(" ");
  const fits = KINDS.includes(kind) && ids.length === 4;
  return fits && ids.every((id) => idProblem(id) === null) ? null : "not-a-name";
}, {});

/** What departments keep of those that stood under them, and of what names them. */
export const settingsRecords: Table<Pick<DirectoryRecords, "over" | "naming" | "inert">> = {
  over: () => bucket(anyId, nothing),
  naming: () => bucket(idPair, tuple(count, many(choice(...TIED)))),
  inert: () => bucket(settingEntry, nothing),
};
