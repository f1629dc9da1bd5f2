import type { App } from "../apps/model.ts"; // layer-groups

export type Group = App;
