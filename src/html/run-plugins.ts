import type { Root } from 'hast';
import { unified, type PluggableList } from 'unified';
import { sections, type Book, type Hast } from '../book/book.ts';

/** Runs plugins of rehype on the tree of each section, one after the other, as they change its place in memory. */
export async function runPlugins(book: Book<Hast>, plugins: PluggableList): Promise<void> {
  const processor = unified().use(plugins).freeze();
  for (const { tree, file } of sections(book)) {
    const changed = (await processor.run(tree, file)) as Root;
    // A plugin may give another tree; the book keeps its own.
    if (changed !== tree) tree.children = changed.children;
  }
}
