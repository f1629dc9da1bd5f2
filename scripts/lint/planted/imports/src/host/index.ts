import { freeze } from "../core/ids.ts";
import { client } from "../postgres/client.ts"; // layer-host

export const driver = [freeze, client];
