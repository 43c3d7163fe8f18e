/** Spreads of a book on one sheet, as PNG. */
export function sheetOf(
  pdf: string,
  choice?: { readonly from?: number; readonly spreads?: number; readonly across?: number },
): Promise<Buffer>;
