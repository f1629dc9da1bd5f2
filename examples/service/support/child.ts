/** The service as a process of its own, on a free port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const root = new URL("..", import.meta.url).pathname;

export interface Child {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resolves to how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Tells it to stop, and waits; throws unless it ended in order. */
  readonly stop: () => Promise<void>;
}

/** Starts a program of this folder, and waits until it says where it listens. */
export async function startChild(
  program: string,
  env: { readonly [name: string]: string },
): Promise<Child> {
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      const { url } = JSON.parse(line) as { url?: string };
      if (url !== undefined) resolve(url);
    });
  });
  const failed = ended.then(({ code, signal }) => {
    throw new Error(`${program} ended before it was ready: ${code ?? signal}`);
  });
  const url = await Promise.race([ready, failed]);
  failed.catch(() => {});
  return {
    url,
    process: child,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      const { code, signal } = await ended;
      if (code !== 0) throw new Error(`${program} did not stop in order: ${code ?? signal}`);
    },
  };
}
