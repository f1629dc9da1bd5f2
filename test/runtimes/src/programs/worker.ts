/** On workerd: the task as a request, the trace as its response. */
import { trace } from "../trace.ts";

export default {
  fetch: async (request: Request): Promise<Response> =>
    Response.json(trace((await request.json()) as never)),
};
