/** Writes the generated novel to a folder, and says which. */
export function writeNovel(folder: string): Promise<string>;
