/** In a browser's worker: told to start, it fetches the task and posts the trace. */
import { trace } from "../trace.ts";

addEventListener("message", async () => {
  const task = await (await fetch("/task.json")).json();
  postMessage(trace(task));
});
