/**
 * The service, with a trap: after so many commits the process ends by SIGKILL between a commit and
 * its answer, when the database knows the outcome and the sender does not.
 */
import { appendFileSync } from "node:fs";
import type { Commit, Store } from "interorg/host";
import { createLog } from "../src/log.ts";
import { startService } from "../src/service.ts";
import { settingsFrom } from "../src/settings.ts";

/** The commits that go well; 0 sets no trap. Whose answer was cut off is written to a file. */
function trapped(store: Store, commits: number, file: string): Store {
  let left = commits;
  const spring = (commit: Commit): void => {
    left -= 1;
    if (left !== 0) return;
    const inputs = commit.settlements.map(({ input }) => `${JSON.stringify(input)}\n`);
    appendFileSync(file, inputs.join(""));
    process.kill(process.pid, "SIGKILL");
  };
  return {
    ...store,
    commit: async (commit) => {
      const result = await store.commit(commit);
      if (result.kind === "committed") spring(commit);
      return result;
    },
    exclusively: async (request, decide) => {
      let last: Commit | null = null;
      const result = await store.exclusively(request, (loaded) => {
        last = decide(loaded);
        return last;
      });
      if (result.kind === "committed" && last !== null) spring(last);
      return result;
    },
  };
}

const settings = settingsFrom(process.env);
const log = createLog(settings.logLevel);
const { KILL_AFTER_COMMITS: commits = "0", KILL_FILE: file = "" } = process.env;
const service = await startService(settings, log, {
  wrapStore: (store) => trapped(store, Number(commits), file),
});
log.info({ url: service.url }, "ready");
process.on("SIGTERM", () => void service.stop().then(() => process.exit(0)));
