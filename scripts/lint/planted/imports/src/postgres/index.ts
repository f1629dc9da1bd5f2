import { hire } from "../directory/hire.ts";
import { laws } from "../testing/laws.ts"; // layer-stores beside

export const store = [hire, laws];
