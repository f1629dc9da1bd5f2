/** A site on the loopback: two pages, the task, and the files of the packages as installed. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";

const FOLDER = join(import.meta.dirname, "../..");
const FILES = /^\/(dist|node_modules\/(interorg|immer|zod))\/[\w@./-]+\.m?js$/;

const HASHES = "/node_modules/interorg/node_modules/@noble/hashes/esm";

/** Bare names as a browser finds them; immer's production file is the one without `process`. */
const IMPORTS = {
  interorg: "/node_modules/interorg/dist/index.js",
  "interorg/schema": "/node_modules/interorg/dist/schema.js",
  "interorg/catalogue": "/node_modules/interorg/dist/catalogue.js",
  "@noble/hashes/crypto": `${HASHES}/crypto.js`,
  "@noble/hashes/sha2": `${HASHES}/sha2.js`,
  "@noble/hashes/utils": `${HASHES}/utils.js`,
  immer: "/node_modules/immer/dist/immer.production.mjs",
  "zod/mini": "/node_modules/zod/mini/index.js",
  "zod/v4/core": "/node_modules/zod/v4/core/index.js",
};

/** A page under a policy that forbids code from strings. */
function sendPage(response: ServerResponse, body: (nonce: string) => string): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; connect-src 'self'; script-src 'self' 'nonce-${nonce}'`;
  response.setHeader("content-security-policy", policy);
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><meta charset="utf-8"><title>trace</title>${body(nonce)}`);
}

const unbundled = (nonce: string): string =>
  `<script type="importmap" nonce="${nonce}">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/dist/page.js"></script>`;

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  if (!FILES.test(path) || normalize(path) !== path) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader("content-type", "text/javascript; charset=utf-8");
  response.end(await readFile(join(FOLDER, path)));
}

/** Serves a task: `/unbundled` plays it in a page, `/blank` leaves it to a worker. */
export async function siteFor(task: Buffer): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/unbundled") sendPage(response, unbundled);
    else if (path === "/blank") sendPage(response, () => "");
    else if (path === "/task.json") response.end(task);
    else sendFile(response, path).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
