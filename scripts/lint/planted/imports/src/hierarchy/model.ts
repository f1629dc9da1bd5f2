import type { Query } from "../queries/model.ts"; // layer-hierarchy

export type Link = Query;
