import { driver } from "../host/index.ts"; // beside-below

export type Rule = typeof driver;
