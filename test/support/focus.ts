import { expect, type Page } from '@playwright/test';

interface Focus {
  /** The element, in a few words; null when the focus is nowhere. */
  readonly element: string | null;
  /** How thick the ring is, on the element or on what draws it for it, in pixels. */
  readonly ringPx: number;
  readonly isInView: boolean;
}

/** Where the focus is, and whether one sees it. A field may leave its ring to the box it is in. */
function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) {
      return { element: null, ringPx: 0, isInView: false };
    }
    const outlineOf = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): number =>
      outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    /** Its outline, or the frame it draws over itself where its own parts would cover an outline. */
    const ringOf = (element: Element): number => {
      const over = getComputedStyle(element, '::after');
      const drawn =
        over.content !== 'none' && over.position === 'absolute' ? Number.parseFloat(over.borderTopWidth) : 0;
      return Math.max(outlineOf(getComputedStyle(element)), drawn);
    };
    const LEVELS_OF_A_BOX = 3;
    let ringPx = ringOf(active);
    for (let [around, level] = [active.parentElement, 0]; around !== null && level < LEVELS_OF_A_BOX; level += 1) {
      ringPx = Math.max(ringPx, ringOf(around));
      around = around.parentElement;
    }
    const box = active.getBoundingClientRect();
    const isInView = box.bottom > 0 && box.right > 0 && box.top < window.innerHeight && box.left < window.innerWidth;
    return { element: active.outerHTML.slice(0, 160), ringPx, isInView };
  });
}

/** The focus is on something, in view, with a ring of two pixels at least. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const { element, ringPx, isInView } = await focusOf(page);
  expect(element, 'the focus is lost').not.toBeNull();
  expect(ringPx, `no ring around ${element ?? ''}`).toBeGreaterThanOrEqual(2);
  expect(isInView, `the focus is out of view, on ${element ?? ''}`).toBe(true);
}
