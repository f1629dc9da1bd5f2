// The shape of each entry as its users' compilers see it, one report per entry in `api/`:
//
//   node scripts/api-reports.mjs           writes the reports anew
//   node scripts/api-reports.mjs --check   fails where a report is not what the declarations say
//
// Reads the built declarations, so that what is reported is what is shipped. A
// type that is used but cannot be imported from any entry fails as well.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { root } from "./lib/tools.mjs";

const check = process.argv.includes("--check");
const folder = join(root, "api");
const made = join(root, "node_modules/.cache/api");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const declarations = Object.entries(manifest.exports).flatMap(([path, conditions]) =>
  typeof conditions === "string"
    ? []
    : [{ name: path.replace(".", "interorg").replaceAll("/", "-"), file: conditions.import.types }],
);

const quiet = { logLevel: ExtractorLogLevel.None };
const reported = { logLevel: ExtractorLogLevel.Error, addToApiReportFile: false };

const configOf = ({ name, file }) =>
  ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, file),
      compiler: {
        overrideTsconfig: {
          extends: "./tsconfig.base.json",
          compilerOptions: { skipLibCheck: true, types: [] },
          files: [file],
        },
      },
      apiReport: {
        enabled: true,
        reportFolder: made,
        reportTempFolder: join(made, "temp"),
        reportFileName: name,
        // Release tags are for packages that publish internals; here what is exported is public.
        reportVariants: ["complete"],
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: reported },
        extractorMessageReporting: {
          default: reported,
          "ae-missing-release-tag": quiet,
          "ae-undocumented": quiet,
        },
        tsdocMessageReporting: { default: quiet },
      },
      newlineKind: "lf",
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
  });

const exported = (name) => {
  const report = readFileSync(join(folder, `${name}.api.md`), "utf8");
  return [
    ...report.matchAll(/^export (?:\w+ )*?(?:class|const|function|interface|type) (\w+)/gm),
  ].map(([, symbol]) => symbol);
};

/** The compiler lists the members of a union as it met them, which moving a file changes. */
const withUnionsInOrder = (text) =>
  text.replace(/(?:"[\w.-]+" \| )+"[\w.-]+"/g, (union) => union.split(" | ").sort().join(" | "));

/** Writes or checks one report: what is wrong with it, and the types it uses without exporting them. */
const report = (entry) => {
  const complaints = [];
  const borrowed = [];
  Extractor.invoke(configOf(entry), {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel !== ExtractorLogLevel.Error) return;
      const symbol = /^The symbol "(\S+)" needs to be exported/.exec(message.text)?.[1];
      if (symbol === undefined) complaints.push(message.text);
      else borrowed.push(symbol);
    },
  });
  const file = join(folder, `${entry.name}.api.md`);
  const text = withUnionsInOrder(readFileSync(join(made, `${entry.name}.api.md`), "utf8"));
  if (!check) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== text)
    complaints.push("the report is stale: npm run api");
  return { name: entry.name, exports: exported(entry.name), complaints, borrowed };
};

for (const each of [folder, made]) mkdirSync(each, { recursive: true });
const reports = declarations.map(report);
const importable = new Set(reports.flatMap(({ exports }) => exports));
for (const { name, exports, complaints, borrowed } of reports) {
  const unknown = borrowed.filter((symbol) => !importable.has(symbol));
  complaints.push(...unknown.map((symbol) => `${symbol} is used, but no entry exports it`));
  console.log(`${name}: ${exports.length} exports`);
  for (const complaint of complaints) console.error(`  ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
}
