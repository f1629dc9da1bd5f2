import { freeze } from "../core/ids.ts"; // known-folder

export const helper = freeze;
