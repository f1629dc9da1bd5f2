/** Settings, as every platform gives them: texts by name. */
import { definePolicy, type Policy } from "interorg";

/** What a deployment sets. */
export interface Settings {
  /** `postgres://…` */
  readonly DATABASE_URL?: string;
  /** The schema of the store's tables; default `interorg`. */
  readonly DATABASE_SCHEMA?: string;
  /** JSON of the fields that differ from the default policy. */
  readonly POLICY?: string;
  /** What a trusted service sends as its bearer token. */
  readonly SERVICE_TOKEN?: string;
}

/** The policy set; throws if there is something wrong with it, for then nothing may be decided. */
export function policyFrom({ POLICY }: Settings): Policy {
  const result = definePolicy(POLICY === undefined ? {} : JSON.parse(POLICY));
  if (!result.ok) throw new Error(`POLICY: ${JSON.stringify(result.problems)}`);
  return result.policy;
}
