import { byId } from './elements.ts';
import { PdfFile } from './pdf-file.ts';

/** The cover around the book: back, spine and front. */
export class CoverView {
  readonly #root = byId('cover');
  #number: number | undefined;
  #file: PdfFile | undefined;

  constructor() {
    new ResizeObserver(() => void this.#draw()).observe(this.#root);
  }

  /** @param number of the cover, in the state */
  show(number: number): void {
    if (number === this.#number) return;
    this.#number = number;
    void PdfFile.load(`cover/${number}.pdf`).then(
      (file) => {
        this.#file?.close();
        this.#file = file;
        return this.#draw();
      },
      () => undefined,
    );
  }

  async #draw(): Promise<void> {
    const file = this.#file;
    const { clientWidth, clientHeight } = this.#root;
    if (file === undefined || clientWidth === 0) return;
    const { width, height } = await file.sizeOf(1);
    const scale = Math.min((clientWidth - 48) / width, (clientHeight - 48) / height);
    const canvas = await file.draw(1, scale * devicePixelRatio).canvas.catch(() => undefined);
    if (canvas === undefined || file !== this.#file) return;
    canvas.style.width = `${width * scale}px`;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', 'The cover: back, spine and front');
    this.#root.replaceChildren(canvas);
  }
}
