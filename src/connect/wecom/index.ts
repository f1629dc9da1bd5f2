export type { Pull } from "../pull.ts";
export type {
  Account,
  Answer,
  Connected,
  Left,
  LeftReason,
  Need,
  Settings,
} from "../result.ts";
export { fromEvent } from "./event.ts";
export type { WeComNeed, WeComSettings } from "./model.ts";
export { fromPull } from "./pull.ts";
