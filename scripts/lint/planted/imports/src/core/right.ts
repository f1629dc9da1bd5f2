import { left } from "./left.ts"; // no-circular

export const right = (): unknown => left;
