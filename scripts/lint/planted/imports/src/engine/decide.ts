import { produce } from "immer";
import { hire } from "../directory/hire.ts";
import { create } from "../spaces/create.ts";
import { parse } from "../schema/index.ts"; // layer-engine beside

export const decide = [hire, create, produce, parse];
