/** What the page remembers of its reader. Storage may be closed to it; then it forgets. */

export function remembered(name: "language" | "theme"): string | null {
  try {
    return localStorage.getItem(`interorg-playground-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: "language" | "theme", value: string): void {
  try {
    localStorage.setItem(`interorg-playground-${name}`, value);
  } catch {
    // Not remembered, then.
  }
}
