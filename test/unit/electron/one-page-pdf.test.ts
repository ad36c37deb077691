import { expect, it } from 'vitest';
import { onePagePdf, pagesOf } from '../../../src/main/electron/one-page-pdf.ts';

const pdf = (pages: number): Uint8Array =>
  Buffer.from(`<</Type /Pages\n/Count ${pages}>>\n${'<</Type /Page\n/Parent 1 0 R>>\n'.repeat(pages)}`);

it('counts pages, and not what holds them', () => {
  expect([0, 1, 3].map((pages) => pagesOf(pdf(pages)))).toEqual([0, 1, 3]);
});

it('draws the paper smaller until it holds on one page, and no smaller', async () => {
  const scales: number[] = [];
  const drawn = await onePagePdf((scale) => {
    scales.push(scale);
    return Promise.resolve(pdf(scale > 0.85 ? 2 : 1));
  });
  expect(pagesOf(drawn)).toBe(1);
  expect(scales).toEqual([1, 0.9, 0.8]);
});

it('cuts nothing of what cannot hold', async () => {
  expect(pagesOf(await onePagePdf(() => Promise.resolve(pdf(2))))).toBe(2);
});
