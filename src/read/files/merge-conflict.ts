/**
 * The line on which Git has written that two versions of a text disagree, from 1; nothing where there is
 * none. What stands between fences of code is shown as an example.
 *
 * @param text a Markdown or YAML file
 */
export function mergeConflictIn(text: string): number | undefined {
  if (!/^<{7} /m.test(text) || !/^>{7} /m.test(text)) return undefined;
  let fence = '';
  for (const [index, line] of text.split('\n').entries()) {
    const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === '') fence = marks;
    else if (marks.startsWith(fence) && /^[`~ \t\r]*$/.test(line)) fence = '';
    if (fence === '' && line.startsWith('<<<<<<< ')) return index + 1;
  }
  return undefined;
}
