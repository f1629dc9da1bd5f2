import type { Command } from "../../../src/engine/types.ts";
import { apps } from "./apps.ts";
import { belowObjects } from "./below.ts";
import { directory } from "./directory.ts";
import { flows } from "./flows.ts";
import { groups } from "./groups.ts";
import { licenses } from "./licenses.ts";
import { linksObjects } from "./links.ts";
import type { Ask, Objects } from "./objects.ts";
import { roster } from "./roster.ts";
import { spacesObjects } from "./spaces.ts";
import { tasksObjects } from "./tasks.ts";
import { THROUGH } from "./through.ts";

/** What the title of a table says besides its command where there is another one about a Space. */
const BY_A_TRUNK = "by a Trunk";

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
  ...belowObjects,
};

/** The columns of every table, by its title: those about a Trunk in place of a Space are tables of their own. */
export const COLUMNS: { readonly [title: string]: { readonly [column: string]: Ask<unknown> } } = {
  ...(OBJECTS as object),
  ...Object.fromEntries(
    Object.entries(THROUGH).map(([command, columns]) => [`${command} ${BY_A_TRUNK}`, columns]),
  ),
};
