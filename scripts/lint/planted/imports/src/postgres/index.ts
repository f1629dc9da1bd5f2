import { hire } from "../directory/hire.ts";
import { laws } from "../testing/laws.ts"; // layer-postgres beside

export const store = [hire, laws];
