/** Forms: whoever is offered can be chosen, and what refuses a submission refuses the question. */
import type { Viewer } from "../../queries/model.ts";
import { aUser, doorOf, usersOf } from "../arbitraries/actors.ts";
import type { Scene } from "../arbitraries/scene.ts";
import { expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { command } from "../inputs.ts";
import { candidates, told } from "./asking.ts";
import { choicesAt, type Law, stepLaw } from "./law.ts";
import { codeOf, everybody, expectOffered } from "./routing.ts";

/** PICK-01, PICK-02, FEAT: candidates, `form.pickable`, `app.use` and a submission say the same. */
export const pickingIsOne: Law = stepLaw("picking", (step, policy, system) => {
  const random = choicesAt(step, 4);
  if (!random.chance(30)) return;
  const facts = factsOf(step.after, policy);
  const scene = { facts, random } as Scene;
  const user = random.chance(70) ? aUser(scene) : random.pick(usersOf(scene));
  if (user === undefined) return;
  const { app } = user.app;
  const viewer: Viewer = { organization: user.who[0], person: user.who[1] };
  const where = doorOf(user);
  // As of when the submission is probed.
  const { at } = step.input;
  const submit = (rest: object) => {
    const data = { app, rows: [{ row: "probe" }], ...where, ...rest };
    return codeOf(step, command("form.submit", [...user.who], data), policy, system);
  };
  const limit = 1 + random.below(5);
  const offered = candidates(
    step.after,
    "form.candidates",
    { viewer, app, ...where, at },
    policy,
    limit,
  );
  const plain = submit({});
  expectSame(typeof offered === "string" ? offered : null, plain, "submitting, and being offered");
  const use = told(
    step.after,
    "app.use",
    { viewer, app, ...where, at, feature: "form.submit" },
    policy,
  );
  expectSame(use.code, plain, "using `form.submit`, and submitting");
  expectOffered(offered, everybody(facts), [
    (target) =>
      told(step.after, "form.pickable", { viewer, app, ...where, at, target }, policy).code,
    (target) => submit({ picked: [target] }),
  ]);
});
