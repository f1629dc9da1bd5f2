/**
 * One side in a process of its own. Argument: what to set up, as JSON. Prints what setting it up has
 * shown, then a line for each number of operations that it reads, until there are no more.
 */
import { createInterface } from "node:readline";
import { type Spec, sideOf } from "./sides.ts";

const { lines = [], sample } = sideOf(JSON.parse(process.argv[2] as string) as Spec);
console.log(JSON.stringify(lines));
for await (const count of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(sample(Number(count))));
}
