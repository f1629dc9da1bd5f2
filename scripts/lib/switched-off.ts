/** Runs the tests of rules with one rule switched off at a time, all from one test runner. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vitest/config";
import { createVitest, type TestModule, type Vitest } from "vitest/node";
import { root } from "./evidence.ts";

const ON = fileURLToPath(import.meta.resolve("../../src/core/rule.ts"));
const OFF = fileURLToPath(import.meta.resolve("../../test/support/rule-disabled.ts"));
const NAME = "INTERORG_RULE_OFF";

/** Puts the module that can switch rules off in the place of the one that makes them. */
const replaceRules: Plugin = {
  name: "replace-rules",
  enforce: "pre",
  async resolveId(source, importer, options) {
    if (!source.endsWith("/rule.ts")) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id === ON ? OFF : found;
  },
};

/** What became of the tests that were run. */
export interface Run {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** Files that could not be loaded at all. */
  readonly broken: readonly string[];
}

/** The longest that the tests of a rule may take; a loop that ends by a rule has no end without it. */
const LONGEST = 120_000;

/** A test runner that stays up between runs. */
export interface Runner {
  /** Runs the tests of some files whose titles carry an id, with a rule off or with none off. */
  readonly run: (files: readonly string[], id: string | null) => Promise<Run>;
  readonly close: () => Promise<void>;
}

function outcomeOf(modules: readonly TestModule[]): Run {
  const passed: string[] = [];
  const failed: string[] = [];
  const broken: string[] = [];
  for (const module of modules) {
    if (module.errors().length > 0) broken.push(module.relativeModuleId);
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") passed.push(test.name);
      if (state === "failed") failed.push(test.name);
    }
  }
  return { passed, failed, broken };
}

/** Starts a test runner. */
export async function startRunner(): Promise<Runner> {
  const vitest: Vitest = await createVitest(
    "test",
    { root, watch: false, reporters: [{}], passWithNoTests: true, coverage: { enabled: false } },
    { plugins: [replaceRules] },
  );
  await vitest.standalone();
  return {
    run: async (files, id) => {
      if (id === null) delete process.env[NAME];
      else process.env[NAME] = id;
      vitest.setGlobalTestNamePattern(id === null ? /\b[A-Z]+-\d{2} / : new RegExp(`\\b${id} `));
      const all = await vitest.globTestSpecifications();
      const wanted = new Set(files.map((file) => join(root, file)));
      const specifications = all.filter(({ moduleId }) => wanted.has(moduleId));
      const most = LONGEST * (id === null ? 5 : 1);
      const clock = setTimeout(() => {
        console.error(`${id ?? "the rules' tests"}: no end after ${most / 1000} s`);
        // Whoever loops cannot be asked to end.
        spawnSync("pkill", ["-KILL", "-P", String(process.pid)]);
        process.exit(1);
      }, most);
      const { testModules } = await vitest.runTestSpecifications(specifications);
      clearTimeout(clock);
      return outcomeOf(testModules);
    },
    close: () => vitest.close(),
  };
}
