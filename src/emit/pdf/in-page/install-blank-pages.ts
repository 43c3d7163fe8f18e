import type { PageWindow } from './page-tools.ts';

/** Adds what puts empty pages in: before right-hand openings and at the end. Runs in the page. */
export function installBlankPages(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { options, blanks, endBlanks, sections } = tools;
  const { pageMultiple = 1 } = options;

  const blankPage = (): HTMLElement => {
    const blank = document.createElement('div');
    blank.className = 'blank-page';
    return blank;
  };

  /** How many pages more there are now. */
  const balanceOpenings = (starts: ReadonlyArray<number>): number => {
    let shift = 0;
    options.sections.forEach((section, index) => {
      const element = sections[index];
      if (!element || section.opens !== 'right') return;
      if (((starts[index] ?? 0) + shift) % 2 === 0) return;
      const present = blanks.get(element);
      if (present !== undefined) {
        present.remove();
        blanks.delete(element);
        shift--;
        return;
      }
      const blank = blankPage();
      element.before(blank);
      blanks.set(element, blank);
      shift++;
    });
    return shift;
  };

  const fillUp = (pages: number): void => {
    const wanted = (pageMultiple - (pages % pageMultiple)) % pageMultiple;
    while (endBlanks.length > wanted) endBlanks.pop()?.remove();
    while (endBlanks.length < wanted) {
      const blank = blankPage();
      document.body.append(blank);
      endBlanks.push(blank);
    }
  };

  tools.insertBlanks = ({ starts, tops }): void => {
    const written = tops.length - endBlanks.length;
    fillUp(written + balanceOpenings(starts));
  };

  tools.inPlace = ({ starts, tops }): boolean =>
    tops.length % pageMultiple === 0 &&
    options.sections.every((section, index) => section.opens !== 'right' || (starts[index] ?? 0) % 2 === 0);
}
