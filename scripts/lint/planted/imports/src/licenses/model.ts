import type { App } from "../apps/model.ts"; // layer-licenses

export interface Pool {
  readonly app: App;
}
