/** Which lists and permissions of apps name a department: of those they are for, or where these are mounted. */
import { entryOf } from "../../core/hashed.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import type { KeptTrunkAudience, ListedEntry } from "../model.ts";
import type { AppAt, Reading } from "./apps.ts";
import { audiencesAt, orderAt } from "./audience.ts";
import { type AudiencePlace, listedIn } from "./keys.ts";

/** Of an app's settings the list, or the permissions. */
export type Listing = "list" | "permissions";

/** What is set for an app in a Space, or below a Trunk. */
export type AppSetting = Extract<
  Setting,
  { readonly kind: Listing | "distribution" | "distribution-permissions" }
>;

const LISTINGS: { readonly [Kind in Setting["kind"]]?: Listing } = {
  list: "list",
  permissions: "permissions",
  distribution: "list",
  "distribution-permissions": "permissions",
} satisfies { readonly [Kind in AppSetting["kind"]]: Listing };

/** Whether a setting is one of an app's. */
export const isOfApp = (setting: Setting): setting is AppSetting => setting.kind in LISTINGS;

/** Which of an app's settings one is. */
export const listingOf = ({ kind }: AppSetting): Listing => LISTINGS[kind] as Listing;

/** The list of an app, or its permissions, as a setting. */
export function appSetting(place: AppAt, listing: Listing): AppSetting {
  const { app } = place;
  if (!isTrunk(place)) return { kind: listing, space: place.space, app };
  const kind = listing === "list" ? "distribution" : "distribution-permissions";
  return { kind, trunk: place.trunk, app };
}

/** Whether a setting names a department, of an organization that is there, or below, as it was then. */
export function namesInApp(tx: Reading, setting: AppSetting, of: DepartmentOf): boolean {
  const { organization, department } = of;
  const { app } = setting;
  const order = orderAt(tx, setting, organization);
  const isOwn = isTrunk(setting) && setting.trunk === organization;
  if (order === null) return false;
  return audiencesAt(tx, setting).some(([permission, audience]) => {
    if ((permission === null) !== (listingOf(setting) === "list")) return false;
    if (isOwn) return namesMount(audience as KeptTrunkAudience, of);
    const place: AudiencePlace = isTrunk(setting)
      ? { trunk: setting.trunk, app, permission }
      : { space: setting.space, app, permission };
    const where = listedIn(place, "departments");
    const entry = entryOf<ListedEntry>(tx, where, audience.departments, department);
    return entry?.[1].some((each) => each[0] === organization && each[1] === order) === true;
  });
}

/** Whether a list of a Trunk means what is mounted at one of its departments. */
const namesMount = ({ mounts }: KeptTrunkAudience, { department }: DepartmentOf): boolean =>
  mounts.some(([each]) => each === department);
