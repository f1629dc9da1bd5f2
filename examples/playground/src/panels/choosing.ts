/** Choices that forms of inputs and questions share. */
import type { Identity } from "interorg";
import { h } from "../dom.ts";
import { t, valueName } from "../locale.ts";
import type { Names } from "../names.ts";
import type { Picture } from "../world/reading.ts";

/** `acme ann`: an identity as the value of an option. */
export const identityText = ({ organization, person }: Identity): string =>
  `${organization} ${person}`;

export function identityFrom(text: string): Identity | null {
  const [organization, person] = text.split(" ");
  if (organization === undefined || person === undefined || person === "") return null;
  return { organization, person } as Identity;
}

/** Everybody in service, by organization; admins say so. */
export function identityOptions(
  picture: Picture,
  names: Names,
  selected: string | null,
): HTMLElement[] {
  return picture.organizations
    .filter(({ people }) => people.length > 0)
    .map(({ organization, people }) =>
      h(
        "optgroup",
        { label: names.organization(organization) },
        people.map(({ person, admin }) => {
          const value = `${organization} ${person}`;
          const name = names.person(organization, person);
          const text = admin === null ? name : `${name} (${valueName(admin.role)})`;
          return h("option", { value, selected: value === selected }, text);
        }),
      ),
    );
}

export function labelledSelect(
  id: string,
  label: string,
  options: readonly (HTMLElement | false)[],
  change: (value: string) => void,
): HTMLElement {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    h(
      "select",
      { id, on: { change: (event) => change((event.target as HTMLSelectElement).value) } },
      options,
    ),
  );
}

export const chooseOption = (selected: boolean): HTMLElement =>
  h("option", { value: "", selected, disabled: true }, t("choose"));
