import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What a machine can tell of accessibility. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing moves, and no layer is half-way in: a colour seen through another is none of ours. */
function isStill(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const layers = [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="listbox"]')];
    const isWhole = (element: HTMLElement | null): boolean =>
      element === null || (getComputedStyle(element).opacity === '1' && isWhole(element.parentElement));
    return document.getAnimations().length === 0 && layers.every(isWhole);
  });
}

/** Nothing to say against what is on screen, once it stands still. */
export async function expectAccessible(page: Page, ignored: readonly string[] = []): Promise<void> {
  await expect.poll(() => isStill(page), 'what opens has opened').toBe(true);
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(RULES)
    .disableRules([...ignored]);
  const { violations } = await builder.analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`),
  );
  expect(told).toEqual([]);
}
