/** Writes the generated novel to a folder, and says which. */
export function writeNovel(
  folder: string,
  size?: { readonly volumes?: number; readonly notes?: number },
): Promise<string>;
