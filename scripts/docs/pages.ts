/** Every generated page, by path from the root. */
import { rulePages } from "../lib/rule-pages.ts";
import { apiPages } from "./api.ts";
import { CASCADE_PAGE, cascadePage } from "./cascade.ts";
import { eventsPage, noticesPage } from "./events.ts";
import { inputsPage } from "./inputs.ts";
import { policyAreaPages, policyPage } from "./policy.ts";
import { presetsPage } from "./presets.ts";
import { questionsPage, recordsPage } from "./questions.ts";
import { refusalsPage } from "./refusals.ts";

/** Folders in which everything is generated: a page that is no longer made has to go. */
export const GENERATED_FOLDERS: readonly string[] = [
  "docs/rules",
  "docs/reference/api",
  "docs/reference/policy",
];

const below = (folder: string, pages: ReadonlyMap<string, string>): [string, string][] =>
  [...pages].map(([file, text]) => [`${folder}/${file}`, text]);

/** Makes them all. */
export function generatedPages(): Map<string, string> {
  return new Map([
    ...below("docs/rules", rulePages()),
    ...below("docs/reference/api", apiPages()),
    ...below("docs/reference/policy", policyAreaPages()),
    ["docs/reference/inputs.md", inputsPage()],
    ["docs/reference/events.md", eventsPage()],
    ["docs/reference/notices.md", noticesPage()],
    ["docs/reference/questions.md", questionsPage()],
    ["docs/reference/refusals.md", refusalsPage()],
    ["docs/reference/records.md", recordsPage()],
    ["docs/reference/policy.md", policyPage()],
    ["docs/reference/presets.md", presetsPage()],
    [CASCADE_PAGE, cascadePage()],
  ]);
}
