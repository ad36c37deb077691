/** What a page shows, read in the page itself: these functions run there, and use nothing from around them. */

export interface Clipped {
  readonly text: string;
  readonly where: string;
}

/** Every text to see, and every one a screen reader hears, in the order of the page. */
export function textsOnPage(): readonly string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node as HTMLElement;
    if (['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    // A message may be cut into several nodes by its values: an element that holds text directly is read whole.
    const holdsText = [...element.childNodes].some(
      (child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== '',
    );
    if (holdsText) texts.push(element.textContent);
  }
  return texts.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

/** Texts that are cut by a box that hides what overflows, without an ellipsis that says so; and those out of the window. */
export function clippedTexts(): readonly Clipped[] {
  const found: Clipped[] = [];
  const SLACK_PX = 2;
  const isCutting = (style: CSSStyleDeclaration): boolean =>
    ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const holder = node.parentElement;
    if (text === '' || holder === null || holder.closest('.visually-hidden, .skip-link, svg') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || getComputedStyle(holder).visibility === 'hidden') continue;
    for (let around: HTMLElement | null = holder; around !== null; around = around.parentElement) {
      const style = getComputedStyle(around);
      // What ends with an ellipsis, or scrolls sideways, hides nothing for good.
      if (style.textOverflow === 'ellipsis' || ['auto', 'scroll'].includes(style.overflowX)) break;
      const edge = around.getBoundingClientRect();
      // Said to a screen reader alone.
      if (edge.width <= 1) break;
      const isButton = around.tagName === 'BUTTON' && style.overflowX === 'visible';
      const isOut = box.right > edge.right + SLACK_PX || box.left < edge.left - SLACK_PX;
      if (isOut && (isCutting(style) || isButton)) {
        found.push({ text: text.slice(0, 80), where: `${around.tagName.toLowerCase()}.${around.className}` });
        break;
      }
    }
  }
  const page = document.scrollingElement ?? document.body;
  if (page.scrollWidth > page.clientWidth) found.push({ text: '', where: 'the page scrolls sideways' });
  return found;
}
