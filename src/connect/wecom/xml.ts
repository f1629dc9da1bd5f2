/** XML as WeCom writes it: one element whose children are texts. */
import { XMLParser, XMLValidator } from "fast-xml-parser";

/** The longest event that is looked at, in code units. */
const LENGTH_MAX = 1_000_000;

/**
 * The children of the root, by name; `null` if it is no XML. A document type is refused and no entity
 * resolved: nothing that WeCom sends has any, and both are ways to make a small text large.
 */
export function fieldsOfXml(text: string): unknown {
  if (text.length > LENGTH_MAX || /<!(?:DOCTYPE|ENTITY)/iu.test(text)) return null;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const parser = new XMLParser({
      processEntities: false,
      ignoreAttributes: true,
      ignoreDeclaration: true,
      parseTagValue: false,
    });
    return parser.parse(text).xml ?? null;
  } catch {
    return null;
  }
}
