/** The Worlds to start from, in the order in which they are offered. */
import { badList } from "./bad-list.ts";
import { county } from "./county.ts";
import { joins } from "./joins.ts";
import { licenses } from "./licenses.ts";
import { readme } from "./readme.ts";
import { resignation } from "./resignation.ts";
import { routing } from "./routing.ts";
import type { Plan } from "./scene.ts";
import { story } from "./story.ts";

export const PLANS: readonly [Plan, ...Plan[]] = [
  story,
  readme,
  joins,
  resignation,
  badList,
  licenses,
  routing,
  county,
];

export const planOf = (id: string | null): Plan | undefined => PLANS.find((plan) => plan.id === id);
