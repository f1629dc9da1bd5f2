/** Light, dark, or as the system says. */

export type Theme = "auto" | "light" | "dark";

export const THEMES: readonly Theme[] = ["auto", "light", "dark"];

export const themeOf = (remembered: string | null): Theme =>
  THEMES.find((theme) => theme === remembered) ?? "auto";

export function setTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
