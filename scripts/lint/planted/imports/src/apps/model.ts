import type { Rule } from "../catalogue/index.ts"; // layer-apps beside

export interface App {
  readonly rule: Rule;
}
