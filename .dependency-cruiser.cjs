// The layers of `src`, lowest first. A folder imports from itself and from earlier rows, never from a
// later one and never from a neighbour in its own row.
const rows = [
  ["core"],
  ["directory"],
  ["industry"],
  ["spaces"],
  ["roster"],
  ["licenses"],
  ["groups"],
  ["apps"],
  ["hierarchy"],
  ["flows"],
  ["queries"],
  ["engine"],
];
const areas = rows.slice(1, -1).flat();

// Entry points that stand beside the layers: nobody inside `src` imports them, but for the testing kit.
const beside = ["schema", "catalogue", "testing"];

const folder = (names) => `^src/(${names.join("|")})/`;

const layers = rows.flatMap((row, index) =>
  row.map((name) => ({
    name: `layer-${name}`,
    comment: `${name} imports only the layers below it.`,
    severity: "error",
    from: { path: folder([name]) },
    to: { path: "^src/", pathNot: folder([name, ...rows.slice(0, index).flat()]) },
  })),
);

module.exports = {
  forbidden: [
    ...layers,
    {
      name: "known-folder",
      comment: "A new folder needs a place among the layers first.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/index\\.ts$",
          folder([...rows.flat(), ...beside, "host", "postgres", "sqlite", "connect"]),
        ],
      },
      to: {},
    },
    {
      name: "layer-index",
      comment: "The root imports the layers, never the shells or the entries beside it.",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { path: "^src/", pathNot: folder(rows.flat()) },
    },
    {
      name: "layer-host",
      comment: "The driver stands on the root and the layers.",
      severity: "error",
      from: { path: folder(["host"]) },
      to: { path: "^src/", pathNot: ["^src/index\\.ts$", folder([...rows.flat(), "host"])] },
    },
    {
      name: "layer-stores",
      comment: "A store stands on the driver, the root and the layers, and knows no other store.",
      severity: "error",
      from: { path: "^src/(postgres|sqlite)/" },
      to: {
        path: "^src/",
        pathNot: ["^src/index\\.ts$", folder([...rows.flat(), "host"]), "^src/$1/"],
      },
    },
    {
      name: "layer-connect",
      comment: "Connectors know the vocabulary and how it is checked, and no rule.",
      severity: "error",
      from: { path: folder(["connect"]) },
      to: {
        path: "^src/",
        pathNot: [folder(["core", "schema", "connect"]), "^src/directory/model(\\.ts$|/)"],
      },
    },
    {
      name: "connect-alone",
      comment: "Each connector can be imported alone: what several need lies beside them.",
      severity: "error",
      from: { path: "^src/connect/([^/]+)/" },
      to: { path: "^src/connect/[^/]+/", pathNot: "^src/connect/$1/" },
    },
    {
      name: "beside",
      comment:
        "schema and catalogue stand on the root and the layers; testing and connectors may use them.",
      severity: "error",
      from: { path: "^src/([^/]+)", pathNot: folder(["testing", "connect"]) },
      to: { path: folder(beside), pathNot: "^src/$1/" },
    },
    {
      name: "beside-below",
      comment: "schema and catalogue do not drive anything.",
      severity: "error",
      from: { path: folder(["schema", "catalogue"]) },
      to: { path: folder(["host", "postgres", "sqlite", "testing", "connect"]) },
    },
    {
      name: "area-doors",
      comment: "Areas see each other through their model and their selectors alone.",
      severity: "error",
      from: { path: `^src/(${areas.join("|")})/` },
      to: {
        path: folder(areas),
        pathNot: ["^src/$1/", "^src/[^/]+/(model|select)(\\.ts$|/)"],
      },
    },
    {
      name: "immer-in-core-and-engine",
      comment: "Records change in one place: elsewhere recipes edit the draft they are given.",
      severity: "error",
      from: { path: "^src/", pathNot: folder(["core", "engine"]) },
      to: { path: "(^|/)node_modules/immer/" },
    },
    {
      name: "zod-in-schema",
      comment: "zod is the cost of a cold start: only those who parse unknown JSON pay it.",
      severity: "error",
      from: { path: "^src/", pathNot: folder(["schema"]) },
      to: { path: "(^|/)node_modules/zod/" },
    },
    {
      name: "fast-check-in-testing",
      comment: "An optional peer: only the testing kit may need it.",
      severity: "error",
      from: { path: "^src/", pathNot: folder(["testing"]) },
      to: { path: "(^|/)node_modules/fast-check/" },
    },
    {
      name: "xml-in-wecom",
      comment: "An optional peer: only the platform that sends XML may need it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/connect/wecom/" },
      to: { path: "(^|/)node_modules/fast-xml-parser/" },
    },
    {
      name: "scim-in-scim",
      comment: "Optional peers: only those who take SCIM need them.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/connect/scim/" },
      to: { path: "(^|/)node_modules/(scim-patch|scim2-parse-filter)/" },
    },
    {
      name: "no-other-packages",
      comment: "Three dependencies and a few optional peers; development tools stay outside.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        path: "(^|/)node_modules/",
        pathNot:
          "(^|/)node_modules/(@noble/hashes|immer|zod|fast-check|fast-xml-parser|scim-patch|scim2-parse-filter)/",
      },
    },
    {
      name: "no-builtins",
      comment: "The package runs where there is no Node: a host hands in what it needs.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "nothing-outside",
      comment: "src stands alone: tests, examples and scripts import it, not the reverse.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|examples|bench|scripts|docs|dist)/" },
    },
    {
      name: "no-circular",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Type-only imports count: a layer that needs a type from above is in the wrong place.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.src.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
