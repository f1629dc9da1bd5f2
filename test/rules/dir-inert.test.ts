// Aim: what settings say of a removed department is kept for a time, told, and in force again with it.
// Method: one department of a Member named in a scope, a unit, a list, a permission and a flow.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const START = 1_700_000_000_000;
