/**
 * One case in a process of its own: agreement first, then samples. Arguments: workload, case, people,
 * how many to agree on, pairs (0: agreement alone). Prints one line of JSON.
 */
import { COMMANDS, QUESTIONS, type Questions } from "./cases.ts";
import { measureCommands } from "./measure-commands.ts";
import { measureQuestions } from "./measure-questions.ts";

const [workload = "", name = "", ...given] = process.argv.slice(2);
const [people = 0, wanted = 0, pairs = 0] = given.map(Number);
const effort = { people, wanted, pairs };

const named = <Case extends { readonly name: string }>(cases: readonly Case[]): Case => {
  const found = cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no case ${name} in ${workload}`);
  return found;
};

const questions = (QUESTIONS as unknown as Record<string, Questions<unknown, unknown>>)[workload];
const report =
  questions === undefined
    ? await measureCommands(named(COMMANDS), effort)
    : await measureQuestions(questions.setting, named(questions.cases), effort);
console.log(JSON.stringify(report));
