/**
 * `npm run generate [-- --check]`: the sources that follow from others. With `--check` nothing is
 * written, and what is stale is an error. One after the other: the second reads what the first made.
 */
await import("./generate-texts.ts");
await import("./generate-codes.ts");
