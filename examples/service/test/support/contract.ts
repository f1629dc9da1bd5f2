/** Holds every answer against the service's own OpenAPI document. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openapiDocument } from "../../src/openapi/document.ts";

interface Media {
  readonly schema: { readonly $ref?: string };
}
interface Operation {
  readonly requestBody?: { readonly content: { readonly [type: string]: Media } };
  readonly responses: {
    readonly [status: string]: { readonly content: { [type: string]: Media } };
  };
}
type Paths = { readonly [path: string]: { readonly [method: string]: Operation } };

const document = openapiDocument();
const paths = document.paths as Paths;
const ajv = new Ajv2020({ strict: false, discriminator: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema(document, "document");

/** Schemas are compiled at their place in the document, so that their references lead somewhere. */
function check(pointer: readonly string[], value: unknown): string | null {
  const escaped = pointer.map((part) =>
    encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")),
  );
  const validate = ajv.getSchema(`document#/${escaped.join("/")}`);
  if (validate === undefined) return `no schema at ${pointer.join(" ")}`;
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

function find(method: string, path: string) {
  const template = Object.keys(paths).find((each) =>
    new RegExp(`^${each.replace(/\{[^}]+\}/g, "[^/]+")}$`).test(path),
  );
  const operation = template === undefined ? undefined : paths[template]?.[method];
  return template === undefined || operation === undefined ? undefined : { template, operation };
}

/** Throws unless the document foresees this answer, and the request, if it was taken. */
export function checkAgainstDocument(
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
  reply: { readonly status: number; readonly type: string | null; readonly body: unknown },
): void {
  const method = request.method.toLowerCase();
  const found = find(method, request.path.split("?")[0] ?? "");
  if (found === undefined) return;
  const { template, operation } = found;
  const where = `${request.method} ${request.path} ${reply.status}`;
  const type = reply.type?.split(";")[0] ?? "";
  const media = operation.responses[reply.status]?.content[type];
  if (media === undefined) throw new Error(`${where} ${type}: not in the document`);
  const at = ["paths", template, method];
  const wrong = check(
    [...at, "responses", String(reply.status), "content", type, "schema"],
    reply.body,
  );
  if (wrong !== null) throw new Error(`${where}: ${wrong}\n${JSON.stringify(reply.body)}`);
  if (reply.status !== 200 || operation.requestBody === undefined) return;
  const taken = check(
    [...at, "requestBody", "content", "application/json", "schema"],
    request.body,
  );
  if (taken !== null) throw new Error(`${where}: taken, but not by the document: ${taken}`);
}
