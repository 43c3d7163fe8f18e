/** How pages stand in rows: each in one of its own, or as spreads, of which the first page is alone on the right. */
export class Rows {
  pages = 0;
  isSpread = true;

  get count(): number {
    return this.isSpread ? Math.floor(this.pages / 2) + Math.min(this.pages, 1) : this.pages;
  }

  /** The row of a page; both by their index. */
  rowOf(page: number): number {
    return this.isSpread ? Math.ceil(page / 2) : page;
  }

  /** The first page of a row. */
  firstOf(row: number): number {
    return this.isSpread ? Math.max(0, 2 * row - 1) : row;
  }

  /** The pages of a row. */
  pagesOf(row: number): number[] {
    const first = this.firstOf(row);
    return this.isSpread && row > 0 && first + 1 < this.pages ? [first, first + 1] : [first];
  }
}
