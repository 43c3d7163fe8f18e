/** Names of what is no part of a manuscript: of version control and packages, and what editors and systems lay beside files. */
const patterns = [
  String.raw`\.(?:git|hg|svn|jj)`,
  'node_modules',
  // Emacs, LibreOffice, Word, and backup files of many.
  '#.*#',
  String.raw`\.#.*`,
  '.*~',
  String.raw`\.~.*`,
  String.raw`~\$.*`,
  // Vim, which also tries whether it may write to a folder, Kate, JetBrains, GNOME, TextEdit.
  String.raw`.*\.sw[a-px]`,
  '4913',
  String.raw`.*\.kate-swp`,
  '.*___jb_(?:tmp|old)___',
  String.raw`\.goutputstream-.*`,
  String.raw`.*\.sb-[\da-f]+-\w+`,
  String.raw`.*\.(?:tmp|temp|bak|part|crdownload)`,
  // File systems and what keeps them the same on several machines.
  String.raw`\.nfs.*`,
  String.raw`\.fuse_hidden.*`,
  String.raw`\.(?:syncthing|dropbox).*`,
  String.raw`\.DS_Store`,
  String.raw`\._.*`,
  String.raw`Thumbs\.db`,
  String.raw`desktop\.ini`,
];

const passing = new RegExp(`^(?:${patterns.join('|')})$`, 'i');

/**
 * Whether a file or folder is no part of a manuscript by its name: a temporary or backup file of an editor, the
 * folder of version control.
 *
 * @param name without the folders it lies in
 */
export function isPassing(name: string): boolean {
  return passing.test(name);
}
