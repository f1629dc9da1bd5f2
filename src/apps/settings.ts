/** Which lists and permissions of apps name a department that is removed, or exists again. */
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { independently } from "../core/transaction.ts";
import {
  type Changed,
  type Naming,
  noteSettings,
  tellOf,
  tiedTo,
} from "../directory/select/settings.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import type { AppAt, Deciding, Reading } from "./select/apps.ts";
import { type AppSetting, appSetting, isOfApp, type Listing, namesInApp } from "./select/naming.ts";

/** What is set for an app, as a setting of the Host or Trunk. */
const namingOf = (tx: Reading, setting: AppSetting): Naming => ({
  setting,
  owner: isTrunk(setting) ? setting.trunk : spaceOf(tx, setting.space).host,
});

function audiencesNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    if (isOfApp(setting) && namesInApp(tx, setting, of)) found.push(namingOf(tx, setting));
  });
  return found;
}

/** DIR-11: lists and permissions that name what is removed, or exists again. */
export const noteAudiences = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, audiencesNaming);

/** DIR-11: a list, or permissions, set as a whole say no more of removed departments. */
export const dropInert = effect(
  "DIR-11",
  (tx: Deciding, place: AppAt, listing: Listing, inert: readonly DepartmentOf[]): void => {
    const each = new Map(inert.map((of) => [`${of.organization} ${of.department}`, of]));
    if (each.size === 0) return;
    tellOf(tx, "dropped", namingOf(tx, appSetting(place, listing)), [...each.values()]);
  },
);
