import { right } from "./right.ts"; // no-circular

export const left = (): unknown => right;
