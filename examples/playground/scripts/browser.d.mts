/** Where the installed Chromium is, and how to start it; throws an error if there is none. */
export function browserAt(): { readonly executablePath: string; readonly args: string[] };
