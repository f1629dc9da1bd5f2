import fc from "fast-check";
import { driver } from "../host/index.ts";
import { store } from "../postgres/index.ts";
import { parse } from "../schema/index.ts";

export const worlds = [fc, driver, store, parse];
