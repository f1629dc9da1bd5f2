import { runTool } from "./tools.mjs";

/** Cruises `src` of a folder that holds the rules and returns its modules and what they break. */
export const cruiseSources = (folder) => {
  const run = runTool(
    "depcruise",
    ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"],
    { cwd: folder },
  );
  if (!run.stdout.trimStart().startsWith("{")) {
    throw new Error(`dependency-cruiser gave no report (exit ${run.status}):\n${run.stderr}`);
  }
  const report = JSON.parse(run.stdout);
  return {
    modules: report.modules.filter((module) => module.source.startsWith("src/")),
    broken: report.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle === undefined ? to : cycle.map((step) => step.name).join(" -> "),
    })),
  };
};
