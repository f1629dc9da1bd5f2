import type { Query } from "../queries/model.ts"; // layer-flows

export type Flow = Query;
