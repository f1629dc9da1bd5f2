/**
 * Aim: no field that names a person or a department goes out with a key, or comes in with an id (DIR-14,
 * DIR-16). Method: the types of everything that goes in and out are walked, and of each field that holds
 * such an id the table of fields must say so.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { sortOf } from "../../src/directory/translating.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The types by which everything that goes in and out is told apart. */
const TABLES: readonly (readonly [file: string, name: string])[] = [
  ["src/engine/types.ts", "Events"],
  ["src/engine/types.ts", "Input"],
  ["src/queries/model.ts", "Queries"],
  ["src/core/notice.ts", "Notice"],
];

/** Fields that hold ids of today on purpose, or that are put in words elsewhere. */
const ELSEWHERE: readonly string[] = [
  // The new id that a rename gives.
  "person.renamed to",
  "person.flagged to",
  "department.renamed-id to",
  "department.id-changed to",
  "department.flagged to",
  // Each change is read by its own type when its turn comes.
  "directory.changed to",
  // The ids of then, beside those of today.
  "data.rows formerly",
  "flow.instance formerly",
  // A row is anybody's who goes by that id.
  "data.rows submitter",
  // Ids that a former one led to.
  "directory.person formerIds",
  // Of industry books, in which nobody gets another id.
  "industry.changed guardians",
  "directory.changed guardians",
  "form.submit owner",
  "form.submitted owner",
  "data.rows owner",
];

function programOf(): ts.Program {
  const path = join(root, "tsconfig.src.json");
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    TABLES.map(([file]) => join(root, file)),
    { ...options, noEmit: true, composite: false, incremental: false },
  );
}

const SORTS: ReadonlyMap<string, string> = new Map([
  ["person", "people"],
  ["department", "departments"],
]);

/** Every field with such an id, with the type of what it is in. */
function fieldsFound(): ReadonlyMap<string, ReadonlySet<string>> {
  const program = programOf();
  const checker = program.getTypeChecker();
  const found = new Map<string, Set<string>>();

  const kindOf = (type: ts.Type): string | undefined => {
    if (!type.isIntersection()) return undefined;
    const [brand] = type.types.flatMap((part) =>
      checker.getPropertiesOfType(part).filter(({ name }) => name.startsWith("__@brand")),
    );
    if (brand === undefined) return undefined;
    const of = checker.getTypeOfSymbol(brand);
    return of.isStringLiteral() ? SORTS.get(of.value) : undefined;
  };

  function walk(type: ts.Type, of: string, name: string, above: readonly ts.Type[]): void {
    const sort = kindOf(type);
    if (sort !== undefined) {
      const sorts = found.get(`${of} ${name}`) ?? new Set();
      found.set(`${of} ${name}`, sorts.add(sort));
      return;
    }
    if (above.includes(type)) return;
    const path = [...above, type];
    if (type.isUnion()) {
      for (const part of type.types) walk(part, of, name, path);
    } else if (checker.isArrayType(type) || checker.isTupleType(type)) {
      for (const part of checker.getTypeArguments(type as ts.TypeReference)) {
        walk(part, of, name, path);
      }
    } else if (type.isIntersection() || type.flags & ts.TypeFlags.Object) {
      for (const field of checker.getPropertiesOfType(type)) {
        walk(checker.getTypeOfSymbol(field), of, field.name, path);
      }
    }
  }

  for (const [file, name] of TABLES) {
    const source = program.getSourceFile(join(root, file)) as ts.SourceFile;
    const module = checker.getSymbolAtLocation(source) as ts.Symbol;
    const symbol = checker
      .getExportsOfModule(module)
      .find((each) => each.name === name) as ts.Symbol;
    const table = checker.getDeclaredTypeOfSymbol(symbol);
    if (!table.isUnion()) {
      for (const entry of checker.getPropertiesOfType(table)) {
        walk(checker.getTypeOfSymbol(entry), entry.name, entry.name, []);
      }
      continue;
    }
    for (const option of table.types) {
      const tag = option.getProperty("type") ?? option.getProperty("kind");
      const of = checker.getTypeOfSymbol(tag as ts.Symbol) as ts.StringLiteralType;
      walk(option, of.value, of.value, []);
    }
  }
  return found;
}

test("every field that names a person or a department is in the table of fields", () => {
  const found = [...fieldsFound()];
  expect(found.length).toBeGreaterThan(300);
  const wrong = found
    // Whom a notice leaves out is said in ids already.
    .filter(([at]) => !ELSEWHERE.includes(at) && !at.endsWith(" except"))
    .filter(([at, sorts]) => {
      const [type = "", name = ""] = at.split(" ");
      return [...sorts].some((sort) => sort !== sortOf(type, name));
    })
    .map(([at, sorts]) => `${at}: ${[...sorts].join(", ")}`);
  expect(wrong).toEqual([]);
});
