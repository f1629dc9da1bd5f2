// The limits of what bundles carry, for size-limit; they are written in `scripts/sizes.json`.
import { checks } from "./scripts/lib/sizes.mjs";

export default checks;
