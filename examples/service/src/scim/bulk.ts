/** Many operations in one request, each carried out by itself. */
import { type ScimBulkOperation, scimBulk, withBulkIds } from "interorg/connect/scim";
import { bulkBody, errorBody, type Failure, locationOf } from "./answers.ts";
import { type Carrier, carry, type Operation } from "./carry.ts";
import { BULK_OPERATIONS_MAX } from "./discovery.ts";
import type { ResourceType } from "./resources.ts";

const STATUS = { POST: "201", PUT: "200", PATCH: "200", DELETE: "204" } as const;

/** What a path of a Bulk is about. */
function operationOf({ method, path, data }: ScimBulkOperation): Operation {
  const [, type = "", id] = path.split("/");
  return {
    method: method as Operation["method"],
    type: type.toLowerCase() as ResourceType,
    id: id === undefined ? null : decodeURIComponent(id),
    body: data,
  };
}

/** Carries out one operation, and says what came of it. */
async function carried(
  carrier: Carrier,
  base: string,
  sent: ScimBulkOperation,
  ids: Map<string, string>,
): Promise<{ readonly failed: boolean; readonly said: object }> {
  const { method, bulkId } = sent;
  const head = { method, ...(bulkId === undefined ? {} : { bulkId }) };
  const fail = (failure: Failure) => {
    const status = String(failure.status);
    return { failed: true, said: { ...head, status, response: errorBody(failure) } };
  };
  const ready = withBulkIds(sent, ids);
  if (!ready.ok) {
    const [problem] = ready.problems;
    const detail = `${problem?.path.join(".")}: ${problem?.problem}`;
    if (problem?.problem === "circular") return fail({ status: 409, detail });
    return fail({ status: 400, detail, scimType: problem?.scimType ?? "invalidValue" });
  }
  const operation = operationOf(ready.value);
  const result = await carry(carrier, operation);
  if (!result.ok) return fail(result.failure);
  if (bulkId !== undefined) ids.set(bulkId, result.id);
  const location = locationOf(base, operation.type, result.id);
  return { failed: false, said: { ...head, location, status: STATUS[operation.method] } };
}

/** Carries out a Bulk: the answer's body, or why nothing of it was begun. */
export async function carryBulk(
  carrier: Carrier,
  base: string,
  body: unknown,
): Promise<{ readonly body: object } | { readonly failure: Failure }> {
  const bulk = scimBulk(body);
  if (!bulk.ok) {
    const [problem] = bulk.problems;
    const scimType = problem?.scimType ?? "invalidSyntax";
    const detail = `${problem?.path.join(".")}: ${problem?.problem}`;
    return { failure: { status: 400, scimType, detail } };
  }
  const { operations, failOnErrors } = bulk.value;
  if (operations.length > BULK_OPERATIONS_MAX) {
    return { failure: { status: 413, detail: `At most ${BULK_OPERATIONS_MAX} operations` } };
  }
  const said: (readonly [index: number, said: object])[] = [];
  const ids = new Map<string, string>();
  let errors = 0;
  for (const operation of operations) {
    if (failOnErrors !== null && errors >= failOnErrors) break;
    const outcome = await carried(carrier, base, operation, ids);
    if (outcome.failed) errors += 1;
    said.push([operation.index, outcome.said]);
  }
  // In the order of the request, whatever the order of carrying out.
  said.sort(([a], [b]) => a - b);
  return { body: bulkBody(said.map(([, each]) => each)) };
}
