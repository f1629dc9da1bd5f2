// Serves the built page until it is stopped; PORT chooses the port, 4173 otherwise.
import { serve } from "./site.mjs";

const { address } = await serve(Number(process.env.PORT ?? 4173));
console.log(`the playground is at ${address} (Ctrl+C stops it)`);
