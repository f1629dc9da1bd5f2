/** Starts the service by its environment, and stops it on SIGTERM or SIGINT. */
import { createLog } from "./log.ts";
import { startService } from "./service.ts";
import { settingsFrom, UnusableSettings } from "./settings.ts";

function settings() {
  try {
    return settingsFrom(process.env);
  } catch (error) {
    if (!(error instanceof UnusableSettings)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const given = settings();
const log = createLog(given.logLevel);
const service = await startService(given, log);
log.info({ url: service.url, database: service.database.kind }, "ready");

let stopping = false;

async function stop(signal: string): Promise<void> {
  if (stopping) {
    log.warn({ signal }, "stopped at once");
    process.exit(1);
  }
  stopping = true;
  log.info({ signal }, "stopping");
  const inTime = await service.stop();
  log.info({ inTime }, "stopped");
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void stop(signal));
