/** Down to which size a page may be drawn: below, nobody reads it. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.62] as const;

/** Draws paper as a PDF at a scale, 1 being its own size. */
export type DrawPdf = (scale: number) => Promise<Uint8Array>;

/** The paper on one page: drawn smaller until it holds. What cannot hold keeps its pages: nothing is cut. */
export async function onePagePdf(draw: DrawPdf): Promise<Uint8Array> {
  for (const scale of SCALES) {
    const pdf = await draw(scale);
    if (pagesOf(pdf) <= 1 || scale === SCALES.at(-1)) return pdf;
  }
  throw new Error('There is a last scale.');
}

/** How many pages a PDF of Chromium has, which writes its page dictionaries in clear. */
export function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  );
}
