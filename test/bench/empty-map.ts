/** A map of the same library with a plain ground and nothing on it: what the frames of ours are compared with. */
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const LIBRARY = fileURLToPath(new URL('../../node_modules/maplibre-gl/dist/', import.meta.url));
const PAGE = `<!doctype html><div id="map" style="width:WIDTHpx;height:HEIGHTpx"></div><script type="module">
import { Map } from '/maplibre-gl.mjs';
const layers = [{ id: 'ground', type: 'background', paint: { 'background-color': '#f1f4f3' } }];
const map = new Map({ container: 'map', style: { version: 8, sources: {}, layers }, zoom: 9, attributionControl: false });
map.once('idle', () => { document.body.dataset.drawn = 'true'; });
window.move = (step) => map.jumpTo({ zoom: 9 + Math.sin(step / 10) / 2 });
</script>`;

export interface EmptyMap {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** @param folder where the small application is written */
export async function openEmptyMap(folder: string, size: { width: number; height: number }): Promise<EmptyMap> {
  const html = PAGE.replace('WIDTH', String(size.width)).replace('HEIGHT', String(size.height));
  const server = http.createServer(({ url = '/' }, answer) => {
    const name = path.basename(url.split('?')[0] ?? '');
    const type = name === '' ? 'text/html' : 'text/javascript';
    answer.writeHead(200, { 'content-type': type });
    answer.end(name === '' ? html : fs.readFileSync(path.join(LIBRARY, name)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const electron = await launch(folder, `http://127.0.0.1:${port}/`);
  const page = await electron.firstWindow();
  await page.locator('body[data-drawn="true"]').waitFor();
  return {
    page,
    close: async () => {
      await electron.close();
      server.close();
    },
  };
}

function launch(folder: string, address: string): Promise<ElectronApplication> {
  const app = path.join(folder, 'empty-map');
  fs.mkdirSync(app);
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'empty-map', main: 'main.js' }));
  fs.writeFileSync(
    path.join(app, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL(${JSON.stringify(address)}));
app.on('window-all-closed', () => app.quit());
`,
  );
  const flags = JSON.parse(process.env['VAV_ELECTRON_FLAGS'] ?? '[]') as string[];
  return _electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'] ?? '',
    args: [...flags, app],
    chromiumSandbox: true,
  });
}
