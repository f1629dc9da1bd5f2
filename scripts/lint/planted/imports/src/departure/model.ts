import type { Query } from "../queries/model.ts"; // layer-departure

export type Departure = Query;
