import { agreesWithReference } from "../src/testing/laws/reference.ts";
import { soak } from "../src/testing/index.ts";
import { hash } from "../src/core/hash.ts";
const { tally, failures } = soak([agreesWithReference], { seed: Number(process.argv[2]) ^ hash("reference"), inputs: 120000, failures: 3 });
for (const { text } of failures) console.log(text.slice(0, 3000));
const t = tally as any;
console.log(Object.keys(t));
for (const k of Object.keys(t)) { const v = t[k]; const es = v instanceof Map ? [...v] : typeof v === "object" ? Object.entries(v) : []; console.log(k, es.filter(([n, c]: any) => typeof c === "number" && (c < 40 || /held|removal|reinstated|REMOVAL/.test(n))).sort((a: any, b: any) => a[1] - b[1]).map(([n, c]: any) => `${n}:${c}`).join(" ")); }
