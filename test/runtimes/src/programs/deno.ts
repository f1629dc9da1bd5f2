/** On Deno, by its own means: reading standard input asks for no permission. */
import { trace } from "../trace.ts";

const { stdin, stdout } = (globalThis as unknown as { readonly Deno: DenoStreams }).Deno;
interface DenoStreams {
  readonly stdin: { readonly readable: ReadableStream<Uint8Array> };
  readonly stdout: { readonly writable: WritableStream<Uint8Array> };
}

const task = await new Response(stdin.readable).json();
await new Response(JSON.stringify(trace(task as never))).body?.pipeTo(stdout.writable);
