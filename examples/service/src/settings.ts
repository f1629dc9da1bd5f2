/** Everything that the environment decides, checked once at the start. */
import { readFileSync } from "node:fs";
import { defaultPolicy, type Policy } from "interorg";
import { parsePolicy } from "interorg/schema";
import * as z from "zod";
import { type Subscriptions, subscriptionsFrom } from "./callbacks/subscriptions.ts";
import { type Callers, callersFrom } from "./callers.ts";
import { type Tenants, tenantsFrom } from "./scim/tokens.ts";

/** What the service is started with. */
export interface Settings {
  /** Where it listens; port 0 takes any that is free. */
  readonly hostname: string;
  readonly port: number;
  readonly database: DatabaseSettings;
  readonly callers: Callers;
  /** Who provisions organizations over SCIM; `null` if nobody does. */
  readonly tenants: Tenants | null;
  /** Platforms that tell of changes in directories; none unless they are given. */
  readonly subscriptions: Subscriptions;
  readonly policy: Policy;
  readonly logLevel: string;
  /** Milliseconds that requests under way are given once the service is told to stop. */
  readonly stopWithin: number;
  /** Milliseconds after which whoever sent an input or asked a question is told to come again. */
  readonly answerWithin: number;
  /** Milliseconds that the time of a command may be off the service's clock. */
  readonly clockTolerance: number;
  /** Milliseconds after which another instance may take over an outbox that fell silent. */
  readonly outboxLease: number;
}

/** Where everything is kept: a PostgreSQL, or SQLite in a file or (without one) in memory. */
export interface DatabaseSettings {
  readonly url: string | null;
  readonly file: string | null;
  readonly poolSize: number;
  /** The schema of the rules' tables; the service's own are in `<schema>_service`. */
  readonly schema: string;
}

const milliseconds = z.coerce.number().int().min(1).max(600_000);

const environment = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,50}$/)
    .default("interorg"),
  DATA_FILE: z.string().min(1).optional(),
  POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  CALLERS_FILE: z.string().min(1).optional(),
  SCIM_FILE: z.string().min(1).optional(),
  CALLBACKS_FILE: z.string().min(1).optional(),
  /** Changes to the rulebook's numbers and readings, as JSON: `{"personCap": 500}`. */
  POLICY: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  STOP_WITHIN_MS: milliseconds.default(10_000),
  ANSWER_WITHIN_MS: milliseconds.default(30_000),
  OUTBOX_LEASE_MS: milliseconds.default(10_000),
  CLOCK_TOLERANCE_MS: z.coerce.number().int().min(1).default(600_000),
  NODE_ENV: z.string().optional(),
});

/** Settings that cannot be used, said in a line that names each of them. */
export class UnusableSettings extends Error {}

function policyFrom(text: string | undefined): Policy {
  if (text === undefined) return defaultPolicy;
  let changes: unknown;
  try {
    changes = JSON.parse(text);
  } catch {
    throw new UnusableSettings("POLICY: not JSON");
  }
  const parsed = parsePolicy(changes);
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map(({ path, problem }) => `${path.join(".")} is ${problem}`);
  throw new UnusableSettings(`POLICY: ${problems.join(", ")}`);
}

function callersIn(file: string | undefined, production: boolean): Callers {
  // The tokens in the repository are known to everybody, so they open nothing that matters.
  if (file === undefined && production) {
    throw new UnusableSettings("CALLERS_FILE: must be given in production");
  }
  try {
    const text = readFileSync(file ?? new URL("../callers.dev.json", import.meta.url), "utf8");
    return callersFrom(JSON.parse(text));
  } catch (error) {
    throw new UnusableSettings(`CALLERS_FILE: ${(error as Error).message}`);
  }
}

/** Without a file nobody provisions in production, and one organization elsewhere. */
function tenantsIn(file: string | undefined, production: boolean): Tenants | null {
  if (file === undefined && production) return null;
  try {
    const text = readFileSync(file ?? new URL("../scim.dev.json", import.meta.url), "utf8");
    return tenantsFrom(JSON.parse(text));
  } catch (error) {
    throw new UnusableSettings(`SCIM_FILE: ${(error as Error).message}`);
  }
}

function subscriptionsIn(file: string | undefined): Subscriptions {
  if (file === undefined) return new Map();
  try {
    return subscriptionsFrom(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new UnusableSettings(`CALLBACKS_FILE: ${(error as Error).message}`);
  }
}

/** Reads the settings; throws {@link UnusableSettings} if they cannot be used. */
export function settingsFrom(variables: NodeJS.ProcessEnv): Settings {
  // Set to nothing is as good as not set: that is how a container's settings leave something out.
  const given = Object.entries(variables).filter(([, value]) => value !== "");
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new UnusableSettings(z.prettifyError(parsed.error));
  const values = parsed.data;
  return {
    hostname: values.HOST,
    port: values.PORT,
    database: {
      url: values.DATABASE_URL ?? null,
      file: values.DATA_FILE ?? null,
      poolSize: values.POOL_SIZE,
      schema: values.DATABASE_SCHEMA,
    },
    callers: callersIn(values.CALLERS_FILE, values.NODE_ENV === "production"),
    tenants: tenantsIn(values.SCIM_FILE, values.NODE_ENV === "production"),
    subscriptions: subscriptionsIn(values.CALLBACKS_FILE),
    policy: policyFrom(values.POLICY),
    logLevel: values.LOG_LEVEL,
    answerWithin: values.ANSWER_WITHIN_MS,
    stopWithin: values.STOP_WITHIN_MS,
    clockTolerance: values.CLOCK_TOLERANCE_MS,
    outboxLease: values.OUTBOX_LEASE_MS,
  };
}
