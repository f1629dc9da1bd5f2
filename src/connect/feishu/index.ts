export type {
  Account,
  Answer,
  Connected,
  Left,
  LeftReason,
  Need,
  Settings,
} from "../result.ts";
