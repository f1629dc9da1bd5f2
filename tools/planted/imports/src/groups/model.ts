import type { Pool } from "../licenses/model.ts"; // layer-groups

export type Group = Pool;
