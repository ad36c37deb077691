/** Frames of the map while the radius is moved, beside those of an empty map: `npm run bench -- map`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { EmployerMapPage } from '../support/pages/employer-map.page.ts';
import { EmployersPage } from '../support/pages/employers.page.ts';
import { openEmptyMap } from './empty-map.ts';
import { proportionalMemory } from './process-memory.ts';
import { percentile, printTable } from './report.ts';

const MOVES = 120;

/** Moves once a frame, and answers with how long each frame took, in milliseconds. */
async function framesWhile(page: Page, move: 'radius' | 'window.move'): Promise<readonly number[]> {
  return page.evaluate(
    async ([kind, moves]) => {
      const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const times: number[] = [];
      let before = performance.now();
      for (let step = 0; step < moves; step += 1) {
        if (kind === 'radius' && slider !== null) {
          // There and back over the whole scale.
          setValue?.call(slider, String(5 + 5 * (step % 38 < 19 ? step % 19 : 19 - (step % 19))));
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        } else (globalThis as unknown as { readonly move: (step: number) => void }).move(step);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - before);
        before = now;
      }
      return times;
    },
    [move, MOVES] as const,
  );
}

export async function benchMap(): Promise<void> {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  const app = await launchApp({ dataDir: path.join(temp, 'data') });
  try {
    const list = new EmployersPage(app.page);
    const map = new EmployerMapPage(app.page);
    await list.ready();
    await list.search('vendeuse boulangerie', 'metz');
    const pid = app.electron.process().pid ?? 0;
    const listOnly = proportionalMemory(pid);
    const asked = performance.now();
    await map.show();
    const firstMs = Math.round(performance.now() - asked);
    const withMap = proportionalMemory(pid);
    const box = await map.canvas.boundingBox();
    if (box === null) throw new Error('The map is not there.');
    await app.page.keyboard.press('r');
    await list.radius.waitFor();
    const ours = await framesWhile(app.page, 'radius');
    await map.show();
    await map.pill.click();
    await app.page.keyboard.press('r');
    await list.radius.waitFor();
    const alone = await framesWhile(app.page, 'radius');
    const empty = await openEmptyMap(temp, { width: Math.round(box.width), height: Math.round(box.height) });
    const emptyFrames = await framesWhile(empty.page, 'window.move');
    const renderer = await empty.page.evaluate(rendererName);
    await empty.close();
    const row = (what: string, frames: readonly number[]) => ({
      what,
      'p50 ms': percentile(frames, 50).toFixed(1),
      'p95 ms': percentile(frames, 95).toFixed(1),
      'worst ms': percentile(frames, 100).toFixed(1),
      frames: frames.length,
    });
    const size = `${Math.round(box.width)} x ${Math.round(box.height)} px`;
    printTable(`Frames while the radius moves at each of them, ${size}, drawn by ${renderer}`, [
      row('list and map', ours),
      row('list alone', alone),
      row('an empty map of the same library, zoomed', emptyFrames),
    ]);
    printTable('Cost of the map', [
      { what: 'from its key to the whole map, first time', value: `${firstMs} ms` },
      { what: 'memory of all processes without it', value: `${listOnly ?? '?'} MiB` },
      { what: 'memory of all processes with it', value: `${withMap ?? '?'} MiB` },
    ]);
  } finally {
    await app.close();
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

/** What draws: a graphics processor, or SwiftShader on the processor. */
function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return gl === null || info === null || info === undefined
    ? 'an unknown renderer'
    : String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
}
