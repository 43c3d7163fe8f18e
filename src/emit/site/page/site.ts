/*
 * What every page of a site does besides being read: it is light or dark as wished, turned by the arrow keys, and searched.
 * It stands in the head, so that no page is light before it is dark.
 */

const kept = 'colophon-appearance';
const root = document.documentElement;

function storedAppearance(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    // Browsers may refuse that, pages on a disk above all.
    return null;
  }
}

function show(appearance: string): void {
  root.dataset['appearance'] = appearance;
  for (const button of document.querySelectorAll('.site-appearance'))
    button.setAttribute('aria-pressed', String(appearance === 'dark'));
}

function current(): string {
  const chosen = root.dataset['appearance'];
  if (chosen !== undefined) return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function toggle(): void {
  const appearance = current() === 'dark' ? 'light' : 'dark';
  show(appearance);
  try {
    localStorage.setItem(kept, appearance);
  } catch {
    // It then holds for this page.
  }
}

/** Opens the search, whose scripts are loaded when it is first wanted. */
function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#search');
  if (dialog === null || dialog.open) return;
  dialog.showModal();
  dialog.querySelector('input')?.focus();
  if (document.querySelector('script[src="search.js"]') !== null) return;
  for (const src of ['search.js', 'search-index.js']) {
    const script = document.createElement('script');
    script.src = src;
    // The index calls what the other brings.
    script.async = false;
    document.head.append(script);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, [tabindex="0"]') !== null
  );
}

function onKey(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openSearch();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return;
  const isRightToLeft = root.dir === 'rtl';
  const onward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (event.key === onward) document.querySelector<HTMLAnchorElement>('.site-turn [rel="next"]')?.click();
  if (event.key === back) document.querySelector<HTMLAnchorElement>('.site-turn [rel="prev"]')?.click();
}

function begin(): void {
  const appearance = document.querySelector<HTMLButtonElement>('.site-appearance');
  const search = document.querySelector<HTMLButtonElement>('.site-find');
  for (const button of [appearance, search]) button?.removeAttribute('hidden');
  appearance?.setAttribute('aria-pressed', String(current() === 'dark'));
  appearance?.addEventListener('click', toggle);
  search?.addEventListener('click', openSearch);
  document.addEventListener('keydown', onKey);
  // A long list begins with the page one is on.
  const list = document.querySelector('#contents');
  const here = list?.querySelector<HTMLElement>('[aria-current="page"]');
  if (list && here) list.scrollTop = here.offsetTop - list.clientHeight / 3;
}

const stored = storedAppearance();
if (stored === 'light' || stored === 'dark') show(stored);
document.addEventListener('DOMContentLoaded', begin);
