import type { Departure } from "../departure/model.ts"; // layer-flows

export type Flow = Departure;
