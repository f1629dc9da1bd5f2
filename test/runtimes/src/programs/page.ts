/** In a page: fetches the task, and leaves a promise of the trace where the driver finds it. */
import { trace } from "../trace.ts";

const task = async () => (await fetch("/task.json")).json();
Object.assign(globalThis, { traced: task().then(trace) });
