import type { Store } from "../host/store.ts"; // layer-core
import { produce } from "immer";

export const freeze = produce;
export type Id = string & { readonly store?: Store };
