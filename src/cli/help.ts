export const help = `Colophon makes books: a folder of Markdown and one book.yaml in; an EPUB for
e-readers and a real book PDF out.

  colophon init [folder]         begin a book
  colophon build [manuscript]    build the book in a folder (colophon build --help)
  colophon preview [manuscript]  see its pages and its e-book while you write
  colophon site [manuscript]     make a website of it, with a search
  colophon check <file|folder>   judge finished PDFs and EPUBs, or a whole release
  colophon verify <folder>       where a release comes from, who signed it, and whether it is so
  colophon diff <old> <new>      what has changed from one release to another
  colophon worker --queue ADDR   build books of a queue, beside others
  colophon themes                the interiors a book can have
  colophon printers              the printers a book can be made for
  colophon stores                the stores an e-book can be made for
  colophon doctor                what this machine has, uses and lacks
  colophon --version             the version

A book in one minute:

  colophon init my-book
  colophon build my-book

The Handbook tells the rest; it is the book in manuscript/ of the project, built by npm start.
`;
