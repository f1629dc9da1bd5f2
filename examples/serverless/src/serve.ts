/** Deno (`deno serve`) and Bun (`bun run`): a module whose default export has a `fetch`. */
import { openHost } from "./database.ts";
import { respond } from "./fetch.ts";
import type { Settings } from "./settings.ts";

const settings: Settings = process.env;
// One process, many requests at once.
const { host } = openHost(settings, 10);

export default {
  fetch: (request: Request): Promise<Response> => respond(request, host, settings),
};
