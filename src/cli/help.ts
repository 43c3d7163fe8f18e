export const help = `Colophon makes books: a folder of Markdown and one book.yaml in; an EPUB for
e-readers and a real book PDF out.

  colophon build [manuscript]    build the book in a folder (colophon build --help)
  colophon check <file|folder>   judge finished PDFs and EPUBs, or a whole release
  colophon themes                the interiors a book can have
  colophon printers              the printers a book can be made for
  colophon doctor                what this machine has, uses and lacks
  colophon --version             the version

A book in one minute:

  mkdir -p my-book
  printf 'title: My Book\\nlanguage: en\\n' > my-book/book.yaml
  printf '# One\\n\\nIt was a dark night.[^1]\\n\\n[^1]: It always is.\\n' > my-book/01-one.md
  colophon build my-book

The Handbook tells the rest; it is the book in manuscript/ of the project, built by npm start.
`;
