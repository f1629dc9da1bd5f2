// Checks an ES module and a CommonJS file that import every entry, with each compiler and each way of
// resolving modules that users have; the declarations themselves are checked as well.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const compilers = Object.keys(devDependencies).filter((name) => name.startsWith("typescript-"));

let failed = 0;
for (const compiler of compilers) {
  for (const way of ["node16", "nodenext", "bundler"]) {
    const args = [`node_modules/${compiler}/bin/tsc`, "-p", `tsconfig.${way}.json`];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    console.log(`${compiler}, ${way}: ${status === 0 ? "ok" : `FAILED\n${stdout}`}`);
    if (status !== 0) failed += 1;
  }
}
process.exitCode = failed === 0 ? 0 : 1;
