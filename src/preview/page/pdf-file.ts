import type * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

type PdfLibrary = typeof pdfjs;

let library: Promise<Pdfjs> | undefined;

/** pdf.js, and the one worker that reads all files: to start one takes longer than to draw a page. */
interface Pdfjs {
  readonly pdfjs: PdfLibrary;
  readonly worker: PDFWorker;
}

/** Loads it when the first file is to be shown. */
function pdfLibrary(): Promise<Pdfjs> {
  library ??= import(new URL('pdf.js', document.baseURI).href).then((loaded: PdfLibrary) => {
    loaded.GlobalWorkerOptions.workerSrc = new URL('pdf-worker.js', document.baseURI).href;
    return { pdfjs: loaded, worker: new loaded.PDFWorker() };
  });
  return library;
}

/** A picture of a page that is being made. */
export interface Picture {
  readonly canvas: Promise<HTMLCanvasElement>;
  readonly cancel: () => void;
}

/** A PDF of which pages are shown. */
export class PdfFile {
  readonly #task: PDFDocumentLoadingTask;
  readonly #document: PDFDocumentProxy;
  #isClosed = false;

  private constructor(
    readonly path: string,
    task: PDFDocumentLoadingTask,
    document: PDFDocumentProxy,
  ) {
    this.#task = task;
    this.#document = document;
  }

  /** @param path below the address of the page */
  static async load(path: string): Promise<PdfFile> {
    const [{ pdfjs: loaded, worker }, answer] = await Promise.all([
      pdfLibrary(),
      fetch(new URL(path, document.baseURI)),
    ]);
    if (!answer.ok) throw new Error(`There is no ${path} any more`);
    const task = loaded.getDocument({
      worker,
      data: await answer.arrayBuffer(),
      isEvalSupported: false,
      useSystemFonts: false,
    });
    return new PdfFile(path, task, await task.promise);
  }

  /** Width and height of a page, in points. */
  async sizeOf(page: number): Promise<{ readonly width: number; readonly height: number }> {
    const { width, height } = (await this.#document.getPage(page)).getViewport({ scale: 1 });
    return { width, height };
  }

  /**
   * Draws a page.
   *
   * @param page from 1
   * @param scale pixels of the screen for a point
   */
  draw(page: number, scale: number): Picture {
    let cancel = (): void => undefined;
    let isCancelled = false;
    const draw = async (): Promise<HTMLCanvasElement> => {
      const proxy = await this.#document.getPage(page);
      if (isCancelled || this.#isClosed) throw new Error('cancelled');
      const viewport = proxy.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      // At once, and not frame by frame, as for a screen.
      const task = proxy.render({ canvas, viewport, intent: 'print' });
      cancel = () => task.cancel();
      await task.promise;
      // What a page is drawn from takes more memory than the page.
      proxy.cleanup();
      return canvas;
    };
    return {
      canvas: draw(),
      cancel: () => {
        isCancelled = true;
        cancel();
      },
    };
  }

  /** Writes the text of a page, each piece over where it is drawn, in the unit of the variable `--total-scale-factor`. */
  async write(page: number, container: HTMLElement): Promise<void> {
    const { TextLayer } = (await pdfLibrary()).pdfjs;
    const proxy = await this.#document.getPage(page);
    const textContentSource = proxy.streamTextContent({ includeMarkedContent: false });
    await new TextLayer({ textContentSource, container, viewport: proxy.getViewport({ scale: 1 }) }).render();
  }

  /** Lets go of all that it takes. */
  close(): void {
    this.#isClosed = true;
    void this.#task.destroy();
  }
}
