/** What the server can do, and what its resources are made of (RFC 7643, 5 to 7). */
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "interorg/connect/scim";
import { listBody } from "./answers.ts";

/** The largest page, and the largest Bulk. */
export const PAGE_MAX = 200;
export const BULK_OPERATIONS_MAX = 200;
export const BULK_BYTES_MAX = 1024 * 1024;

const CORE = "urn:ietf:params:scim:schemas:core:2.0";

/** What the server can do. */
export const serviceProviderConfig = (base: string) => ({
  schemas: [`${CORE}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: true, maxOperations: BULK_OPERATIONS_MAX, maxPayloadSize: BULK_BYTES_MAX },
  filter: { supported: true, maxResults: PAGE_MAX },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "Bearer token",
      description: "One token for each organization",
      specUri: "https://www.rfc-editor.org/info/rfc6750",
      primary: true,
    },
  ],
  meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
});

/** The types of resources by name. */
export function resourceTypes(base: string) {
  const type = (name: string, schema: string, extensions: readonly object[]) => ({
    schemas: [`${CORE}:ResourceType`],
    id: name,
    name,
    endpoint: `/${name}s`,
    schema,
    schemaExtensions: extensions,
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${name}` },
  });
  const enterprise = { schema: ENTERPRISE_SCHEMA, required: false };
  return [type("User", USER_SCHEMA, [enterprise]), type("Group", GROUP_SCHEMA, [])];
}

type Attribute = Readonly<Record<string, unknown>>;

const attribute = (name: string, more: Attribute = {}): Attribute => ({
  name,
  type: "string",
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...more,
});
const complex = (name: string, subAttributes: readonly Attribute[], more: Attribute = {}) =>
  attribute(name, { type: "complex", subAttributes, ...more });
const several = (name: string, more: Attribute = {}) =>
  complex(
    name,
    [
      attribute("value"),
      attribute("type"),
      attribute("primary", { type: "boolean", caseExact: undefined }),
    ],
    { multiValued: true, ...more },
  );
const reference = (types: readonly string[]) =>
  attribute("$ref", { type: "reference", referenceTypes: types, mutability: "readOnly" });

const userAttributes = [
  attribute("userName", { required: true, uniqueness: "server" }),
  attribute("externalId", { caseExact: true }),
  attribute("displayName"),
  complex("name", [attribute("formatted"), attribute("givenName"), attribute("familyName")]),
  attribute("title"),
  attribute("active", { type: "boolean", caseExact: undefined }),
  several("emails"),
  several("phoneNumbers"),
  complex(
    "groups",
    [attribute("value"), attribute("display"), reference(["Group"])].map((each) => ({
      ...each,
      mutability: "readOnly",
    })),
    { multiValued: true, mutability: "readOnly" },
  ),
];
const groupAttributes = [
  attribute("displayName", { required: true }),
  attribute("externalId", { caseExact: true }),
  complex(
    "members",
    [
      attribute("value", { mutability: "immutable" }),
      attribute("type", { canonicalValues: ["User", "Group"], mutability: "immutable" }),
      reference(["User", "Group"]),
    ],
    { multiValued: true },
  ),
];
const enterpriseAttributes = [
  attribute("department"),
  complex("manager", [attribute("value"), reference(["User"])]),
];

/** The schemas of the resources. */
export function schemas(base: string) {
  const schema = (id: string, name: string, attributes: readonly Attribute[]) => ({
    schemas: [`${CORE}:Schema`],
    id,
    name,
    description: name,
    attributes,
    meta: { resourceType: "Schema", location: `${base}/Schemas/${id}` },
  });
  return [
    schema(USER_SCHEMA, "User", userAttributes),
    schema(GROUP_SCHEMA, "Group", groupAttributes),
    schema(ENTERPRISE_SCHEMA, "EnterpriseUser", enterpriseAttributes),
  ];
}

/** One of a list by its id, or the list. */
export const oneOrAll = (all: readonly { readonly id: string }[], id: string | undefined) =>
  id === undefined
    ? listBody(all.length, 1, all)
    : all.find((each) => each.id.toLowerCase() === id.toLowerCase());
