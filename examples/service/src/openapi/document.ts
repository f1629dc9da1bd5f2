/** The service described in OpenAPI 3.1. */
import { createRequire } from "node:module";
import { paths } from "./paths.ts";
import { schemas } from "./schemas.ts";

const { version } = createRequire(import.meta.url)("interorg/package.json") as { version: string };

/** Makes the document. */
export function openapiDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Inter-enterprise collaboration",
      version,
      description:
        "Commands and facts go in, outcomes come out. Ids of inputs are chosen by the sender: whatever " +
        "was not answered is sent again as it is, and settled once.",
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    security: [{ bearer: [] }],
    paths: paths(),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: schemas(),
    },
  };
}

let text: string | undefined;

/** The document as it is served; made on first use, because few ask for it. */
export function openapiText(): string {
  text ??= JSON.stringify(openapiDocument());
  return text;
}
