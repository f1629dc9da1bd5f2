import { XMLParser } from "fast-xml-parser"; // xml-in-wecom
import { patchBody } from "scim-patch"; // scim-in-scim
import { hire } from "../../directory/hire.ts"; // layer-connect

export const feishu = [XMLParser, patchBody, hire];
