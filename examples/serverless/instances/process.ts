/** Instances of the bundled Lambda function, each a process of its own. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda";

/** A running instance. */
export interface Instance {
  readonly request: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
  readonly messages: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly stop: () => Promise<void>;
}

/** How an instance is started. */
export interface InstanceOptions {
  readonly bundle: string;
  readonly env: Readonly<Record<string, string>>;
  /** Node's own flags. */
  readonly flags?: readonly string[];
}

const program = fileURLToPath(new URL("instance.mjs", import.meta.url));

interface Message {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Starts an instance. It takes events at once; those sent while it loads wait for it. */
export function startInstance({ bundle, env, flags = [] }: InstanceOptions): Instance {
  const child = fork(program, [bundle], {
    execArgv: [...flags],
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  const waiting = new Map<number, (message: Message) => void>();
  child.on("message", (message: Message) => {
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  child.on("exit", (code) => {
    for (const [id, tell] of waiting) tell({ id, error: `the instance ended (${code}): ${said}` });
    waiting.clear();
  });
  let sent = 0;
  const call = async <Value>(name: string, event: unknown): Promise<Value> => {
    sent += 1;
    const id = sent;
    const { value, error } = await new Promise<Message>((tell) => {
      waiting.set(id, tell);
      child.send({ id, name, event });
    });
    if (error !== undefined) throw new Error(error);
    return value as Value;
  };
  return {
    request: (event) => call("handler", event),
    messages: (event) => call("queue", event),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, "exit");
    },
  };
}
