import { check } from "../../test/check.ts"; // nothing-outside
import { helper } from "../util/helper.ts"; // layer-roster

export const model = [check, helper];
