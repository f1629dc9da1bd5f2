import type { Command } from "../../../src/engine/types.ts";
import { apps } from "./apps.ts";
import { directory } from "./directory.ts";
import { flows } from "./flows.ts";
import { groups } from "./groups.ts";
import { licenses } from "./licenses.ts";
import { linksObjects } from "./links.ts";
import type { Objects } from "./objects.ts";
import { roster } from "./roster.ts";
import { spacesObjects } from "./spaces.ts";
import { tasksObjects } from "./tasks.ts";

/** The columns of every command. */
export const OBJECTS: Objects<Command["type"]> = {
  ...directory,
  ...spacesObjects,
  ...roster,
  ...licenses,
  ...groups,
  ...apps,
  ...flows,
  ...tasksObjects,
  ...linksObjects,
};
