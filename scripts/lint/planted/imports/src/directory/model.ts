import type { Id } from "../core/ids.ts";
import type { Space } from "../spaces/model.ts"; // layer-directory

export interface Person {
  readonly id: Id;
  readonly space: Space;
}
