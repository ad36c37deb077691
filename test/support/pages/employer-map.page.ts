import { expect, type Locator, type Page } from '@playwright/test';
import { boundsOf } from '../../../src/renderer/features/suggestion/map/map-features.ts';

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** What the map leaves around the circle, in pixels. */
const PADDING_PX = 26;

/** The map beside a list. What it draws is read by where things must be: a canvas has no elements. */
export class EmployerMapPage {
  readonly panel: Locator;
  readonly canvas: Locator;
  readonly missing: Locator;
  /** What it is, for whoever does not see it. */
  readonly sentence: Locator;
  readonly pill: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('region', { name: 'Carte des employeurs de la liste' });
    this.canvas = page.locator('.map-canvas[data-drawn="true"]');
    this.missing = page.getByText('Cet ordinateur ne peut pas dessiner la carte.');
    this.sentence = this.panel.getByText(/^Carte autour de /);
    this.pill = page.getByRole('button', { name: /^Carte/ });
  }

  /** Beside the list, by its key, whatever was there before. */
  async show(): Promise<void> {
    if ((await this.pill.getAttribute('aria-pressed')) !== 'true') await this.#page.keyboard.press('m');
    await expect(this.canvas).toBeVisible();
  }

  /** Where a position is in the window while the whole circle is shown. */
  async pixelOf(
    position: Position,
    centre: Position,
    radiusKm: number,
  ): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.canvas.boundingBox();
    if (box === null) throw new Error('The map is not there.');
    const [west, south, east, north] = boundsOf(centre, radiusKm);
    const [from, to] = [mercator({ lat: north, lon: west }), mercator({ lat: south, lon: east })];
    const scale = Math.min(
      (box.width - 2 * PADDING_PX) / (to.x - from.x),
      (box.height - 2 * PADDING_PX) / (to.y - from.y),
    );
    const at = mercator(position);
    return {
      x: box.x + box.width / 2 + (at.x - (from.x + to.x) / 2) * scale,
      y: box.y + box.height / 2 + (at.y - (from.y + to.y) / 2) * scale,
    };
  }

  /** The picture of the map alone, once it has drawn what it was last given; the page stays as it is scrolled. */
  async picture(): Promise<Buffer> {
    await expect(this.canvas).toHaveAttribute('data-is-still', 'true');
    const clip = await this.canvas.boundingBox();
    if (clip === null) throw new Error('The map is not there.');
    return this.#page.screenshot({ clip, animations: 'disabled' });
  }

  async away(): Promise<void> {
    await this.#page.mouse.move(2, 2);
  }
}

/** The square of Web Mercator, from 0 to 1 eastwards and southwards. */
function mercator({ lat, lon }: Position): { readonly x: number; readonly y: number } {
  const turn = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return { x: lon / 360 + 0.5, y: 0.5 - turn / (2 * Math.PI) };
}
