import type { Store } from "../host/store.ts";
import { postgres } from "../postgres/index.ts"; // layer-stores

export const store: Store = postgres as never;
