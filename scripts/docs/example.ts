/** Examples made from types: every field there is, with values that read well. */
import ts from "typescript";
import { checker } from "./vocabulary.ts";

/** By the name of an id's type. */
const IDS: { readonly [type: string]: string } = {
  OrganizationId: "bolt",
  PersonId: "eve",
  DepartmentId: "sales",
  SpaceId: "partners",
  InvitationId: "invitation-1",
  ApplicationId: "application-1",
  FolderId: "suppliers",
  AppId: "orders",
  FlowId: "approval",
  RowId: "row-1",
  InstanceId: "instance-1",
  GroupId: "group-1",
  RoleId: "buyer",
  InputId: "input-1",
  ListId: "list-2027-05-01",
  SourceId: "hr",
  StaffId: "staff-1",
  NodeId: "class-1",
};

/** By the name of a field, where the type alone says too little. */
const FIELDS: { readonly [field: string]: unknown } = {
  code: "grades",
  title: "Buyer",
  edition: "exclusive",
  sso: false,
  email: "eve@example.com",
  phone: "+86 571 0000 0000",
  expiresAt: 1_800_000_000_000,
  at: 1_790_000_000_000,
  maxUses: 20,
  number: 1,
  revision: 7,
  expansion: 5,
  cap: 5000,
  reserved: 20,
  purchased: 3000,
  reason: "Contract signed",
  search: "ev",
  after: "the-next-of-the-page-before",
  limit: 100,
  page: 0,
  pages: 1,
  piece: 0,
  pieces: 1,
  departments: 1,
  people: 1,
  group: "chat-7",
  feature: "form.submit",
  type: "supplier",
  types: ["supplier"],
  level: "gold",
  labels: ["north"],
  task: 0,
  to: 0,
  removing: 12,
  shared: ["attendance"],
  alias: "Bolt of the north",
  order: 3,
  capacity: 200,
  branches: 200,
  longest: 2,
  line: [3, 1],
};

/** By the name of a field, where it is a number here and a text elsewhere. */
const NUMBERS: { readonly [field: string]: number } = {
  level: 1,
  from: 1_764_547_200_000,
  until: 1_765_152_000_000,
  graceUntil: 1_767_744_000_000,
  withdrawDays: 30,
};

/** What a thing is called, by the first word of the type that names it. */
const NAMES: { readonly [word: string]: string } = {
  organization: "Bolt",
  department: "Sales",
  person: "Eve Ma",
  directory: "Sales",
  space: "Acme partners",
  folder: "Suppliers",
  app: "Orders",
  "space-app": "Orders",
};

const isId = (type: ts.Type): boolean => type.isIntersection() && Object.hasOwn(IDS, nameOf(type));
const nameOf = (type: ts.Type): string => type.aliasSymbol?.name ?? "";

/** The data of an input, event or question of some name. */
export const exampleOf = (name: string, type: ts.Type): unknown =>
  sampleOf(type, "", NAMES[name.split(".")[0] ?? ""] ?? "Acme partners");

/** A value of a type; `field` is the property that it is for, `called` what a thing is called. */
function sampleOf(type: ts.Type, field: string, called: string): unknown {
  if (isId(type)) return IDS[nameOf(type)];
  if (type.isUnion()) return fromUnion(type, field, called);
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  const { flags } = type;
  if ((flags & ts.TypeFlags.BooleanLiteral) !== 0) return checker.typeToString(type) === "true";
  if ((flags & ts.TypeFlags.Null) !== 0) return null;
  if ((flags & (ts.TypeFlags.String | ts.TypeFlags.Number)) !== 0) {
    if (field === "name") return called;
    const number = (flags & ts.TypeFlags.Number) === 0 ? undefined : NUMBERS[field];
    if (number !== undefined) return number;
    if (!Object.hasOwn(FIELDS, field)) throw new Error(`no example of the field ${field}`);
    return FIELDS[field];
  }
  if (checker.isArrayType(type)) return listOf(type, field, called);
  if (checker.isTupleType(type)) {
    const parts = checker.getTypeArguments(type as ts.TypeReference);
    return parts.map((part) => sampleOf(part, field, called));
  }
  const all = checker.getPropertiesOfType(type);
  // Who has one source alone names none, and nobody is an industry member unless they say so; whole organizations are chosen below a Trunk, not in a linked unit.
  const below = all.some(({ name }) => name === "alone") ? ["whole", "alone"] : [];
  // Nor has a linked unit Branches.
  if (all.some(({ name }) => name === "branch") && all.some(({ name }) => name === "limit")) {
    below.push("branch");
  }
  const unsaid = ["source", "as", ...below];
  const isSaid = ({ name, flags }: ts.Symbol): boolean =>
    !unsaid.includes(name) || (flags & ts.SymbolFlags.Optional) === 0;
  const properties = all.filter(isSaid);
  return Object.fromEntries(
    properties.map((property) => [
      property.name,
      sampleOf(checker.getTypeOfSymbol(property), property.name, called),
    ]),
  );
}

/** The first that says most: no `undefined`, and `null` only where there is nothing else. */
function fromUnion(type: ts.UnionType, field: string, called: string): unknown {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  const some = type.types.filter((each) => (each.flags & nothing) === 0);
  const booleans = some.filter((each) => (each.flags & ts.TypeFlags.BooleanLiteral) !== 0);
  if (booleans.length > 0) return FIELDS[field] ?? true;
  if (some.some((each) => each.isStringLiteral() && each.value === FIELDS[field]))
    return FIELDS[field];
  return some[0] === undefined ? null : sampleOf(some[0], field, called);
}

function listOf(type: ts.Type, field: string, called: string): unknown {
  const [item] = checker.getTypeArguments(type as ts.TypeReference);
  const text = item !== undefined && (item.flags & ts.TypeFlags.String) !== 0;
  if (text && Object.hasOwn(FIELDS, field)) return FIELDS[field];
  return item === undefined ? [] : [sampleOf(item, field, called)];
}
