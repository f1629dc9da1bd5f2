import { readFileSync } from "node:fs"; // no-builtins
import { format } from "pg"; // no-other-packages
import { hire } from "../directory/hire.ts"; // area-doors
import type { Person } from "../directory/model.ts";
import { personId } from "../directory/select/person.ts";
import { z } from "zod"; // zod-in-schema
import { missing } from "./nowhere.ts"; // resolvable

export const create = (person: Person): unknown => [
  readFileSync,
  format,
  hire,
  personId(person),
  z,
  missing,
];
