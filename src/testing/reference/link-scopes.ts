/** Scopes of Links: the Branch's own word on whom it puts in (BRANCH-01). */
import type { ScopeRule } from "../../spaces/model.ts";
import { findLink } from "./hierarchy.ts";
import { branchAdmin } from "./hierarchy-authority.ts";
import type { HierarchyHandler, HierarchyHandlers } from "./hierarchy-handlers.ts";
import { forgetLinkSelections } from "./kept-hierarchy.ts";
import { changeScope, ownNames, partCodes, scopeCodes, setScope } from "./scopes.ts";
import type { HierarchyCommand } from "./vocabulary-hierarchy.ts";

function change(
  rule: ScopeRule,
): HierarchyHandler<HierarchyCommand<"scope.put-in" | "scope.take-out">> {
  return {
    codes: (world, { by, at, data }) => [
      ...branchAdmin(world, by, data),
      ...partCodes(
        world.state,
        data.organization,
        data,
        ownNames(world, findLink(world.state, data), at),
      ),
    ],
    effect: (world, { data }) => {
      const link = findLink(world.state, data);
      if (link !== undefined) changeScope(world, link, data, rule);
    },
  };
}

/** The commands about scopes of Links. */
export const linkScopeCommands: HierarchyHandlers<"scope.set" | "scope.put-in" | "scope.take-out"> =
  {
    "scope.set": {
      codes: (world, { by, at, data }) => [
        ...branchAdmin(world, by, data),
        ...scopeCodes(
          world.state,
          data.organization,
          data.scope,
          ownNames(world, findLink(world.state, data), at, "out"),
        ),
      ],
      effect: ({ state }, { data }) => {
        const link = findLink(state, data);
        if (link === undefined) return;
        if (setScope(link, data.scope)) forgetLinkSelections(state, link.serial);
      },
    },
    "scope.put-in": change("in"),
    "scope.take-out": change("out"),
  };
