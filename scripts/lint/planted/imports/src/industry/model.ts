import type { Space } from "../spaces/model.ts"; // layer-industry

export type Planted = Space;
