import type { EditorScheme } from './protocol.ts';

/** Commands that start editors, by the scheme of the addresses that these answer to. */
const commands: Readonly<Record<EditorScheme, RegExp>> = {
  'vscode-insiders': /^code-insiders$/,
  vscode: /^(?:code|code-oss|visual studio code)$/,
  vscodium: /^v?s?codium$/,
  cursor: /^cursor$/,
  windsurf: /^windsurf$/,
  zed: /^(?:zed|zeditor)$/,
  idea: /^(?:idea|pycharm|webstorm|phpstorm|rubymine|goland|rustrover|clion)(?:64)?$/,
};

/**
 * How the editor that `VISUAL` or `EDITOR` names opens a line by an address; Visual Studio Code where neither names one that
 * does, as those in terminals do not.
 */
export function editorOf(environment: Readonly<Record<string, string | undefined>>): EditorScheme {
  for (const name of ['VISUAL', 'EDITOR'])
    for (const word of (environment[name] ?? '').split(/\s+/)) {
      const program = word.replace(/^.*[/\\]/, '').replace(/\.(?:exe|cmd|sh|app)$/i, '');
      const found = Object.entries(commands).find(([, command]) => command.test(program.toLowerCase()));
      if (found !== undefined) return found[0] as EditorScheme;
    }
  return 'vscode';
}
