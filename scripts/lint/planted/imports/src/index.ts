import { worlds } from "./testing/index.ts"; // layer-index beside

export { decide } from "./engine/decide.ts";
export const all = worlds;
