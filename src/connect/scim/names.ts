/** The names that SCIM gives its schemas, messages and attributes (RFC 7643, RFC 7644). */

/** The schema of users. */
export const USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
/** The schema of groups. */
export const GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";
/** The extension in which a user's manager is. */
export const ENTERPRISE_SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const KNOWN =
  "schemas id externalId meta userName name displayName nickName profileUrl title userType preferredLanguage " +
  "locale timezone active password emails phoneNumbers ims photos addresses groups entitlements roles " +
  "x509Certificates members employeeNumber costCenter organization division department manager formatted " +
  "familyName givenName middleName honorificPrefix honorificSuffix value display type primary $ref " +
  `streetAddress locality region postalCode country ${ENTERPRISE_SCHEMA}`;

const canonical: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ KNOWN.split(" ").map((name): [string, string] => [name.toLowerCase(), name]),
);

/** An attribute's name as the schemas write it: names are the same in any letter case. */
export const canonicalName = (name: string): string => canonical.get(name.toLowerCase()) ?? name;

/**
 * Whether every object has something of this name already. No attribute is called so, and the patch library
 * would walk into it and change what all objects share.
 */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** What a client may not set: the server keeps it, or it is kept nowhere. */
export const NOT_SET_BY_CLIENTS: readonly string[] = [
  "id",
  "meta",
  "groups",
  "schemas",
  "password",
];

const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group)(?::|$)/i;
const ENTERPRISE = /^urn:ietf:params:scim:schemas:extension:enterprise:2\.0:User(?::|$)/i;
const OTHER = /^(urn:[^[\]"]*):(?=[A-Za-z$][\w$-]*(?:$|[.[]))/i;

/**
 * A path in two: the extension that it leads into, as its name is written here, and the rest. Core
 * attributes need no name before them, and lose it.
 */
export function splitPath(path: string): {
  readonly extension: string | null;
  readonly rest: string;
} {
  const core = CORE.exec(path);
  if (core !== null) return { extension: null, rest: path.slice(core[0].length) };
  const enterprise = ENTERPRISE.exec(path);
  if (enterprise !== null) {
    return { extension: ENTERPRISE_SCHEMA, rest: path.slice(enterprise[0].length) };
  }
  const other = OTHER.exec(path);
  if (other === null) return { extension: null, rest: path };
  return { extension: other[1] ?? "", rest: path.slice(other[0].length) };
}
