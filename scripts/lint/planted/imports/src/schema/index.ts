import fc from "fast-check"; // fast-check-in-testing
import { z } from "zod";

export const parse = [z, fc];
