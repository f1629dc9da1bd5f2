// Prints `N passed, N failed` from the JSON report of vitest. A file that could not be loaded, or a run
// that left no report, counts as one failure: nothing that did not run may look as if it had passed.
import { readFileSync } from "node:fs";

const countsOf = (file) => {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const { passed, failed } = countsOf(process.argv[2]);
console.log(`${passed} passed, ${failed} failed`);
