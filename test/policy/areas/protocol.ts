/** Protocol: what comes of each option under its values. */
import type { CasesOfSome } from "../cases.ts";
import { collaboration, said } from "../setting.ts";

/** Of each option about this, what comes of it under its values. */
export const protocol = {
  expectationRequired: {
    shows: "placing a Member and classifying it, without saying what is expected",
    outcomes: [
      [[], ["ok", "ok"]],
      [["member.place"], ["EXPECTATION_REQUIRED", "ok"]],
      [["partner.set"], ["ok", "EXPECTATION_REQUIRED"]],
      [
        ["partner.set", "member.place"],
        ["EXPECTATION_REQUIRED", "EXPECTATION_REQUIRED"],
      ],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const north = { space: "s", organization: "north" };
      return [
        said(p.command("host", "member.place", { ...north, folder: null })),
        said(p.command("host", "partner.set", { ...north, types: ["dealer"], level: null })),
      ];
    },
  },
} satisfies CasesOfSome;
