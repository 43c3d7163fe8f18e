/** A manuscript with a note, by path in a folder. */
export const smallBook = {
  'manuscript/book.yaml': 'title: The Tide\nlanguage: en\n',
  'manuscript/01-one.md': '# One\n\nText.[^1]\n\n[^1]: A note.\n',
};

/** The files of its release as an e-book, with report and provenance, in order. */
export const smallRelease = [
  'SHA256SUMS',
  'provenance.intoto.json',
  'release.json',
  'report.html',
  'sbom.cdx.json',
  'the-tide.epub',
  'the-tide.jsonld',
  'the-tide.onix.xml',
];
