import fs from 'node:fs';
import type { Rectangle } from 'electron';
import { writeFileAtomic } from '../../platform/files/atomic-write.ts';
import type { Log } from '../../platform/log/log.ts';
import { MIN_SIZE } from './window-options.ts';

export interface WindowState {
  readonly bounds: Pick<Rectangle, 'width' | 'height'> & Partial<Rectangle>;
  readonly isMaximised: boolean;
}

const FIRST_TIME: WindowState = { bounds: { width: 1440, height: 900 }, isMaximised: false };

/** How much of the title bar must be on a display for a person to be able to take hold of the window. */
const HANDLE = { width: 120, height: 40 } as const;

/** Where the window was, if that place still exists: screens are unplugged, docks are left. */
export function readWindowState(file: string, displays: readonly Rectangle[]): WindowState {
  try {
    return fitToDisplays(parseState(fs.readFileSync(file, 'utf8')), displays);
  } catch {
    // The first start, or a file cut short: a window in the middle of the screen is no loss.
    return FIRST_TIME;
  }
}

export function writeWindowState(file: string, state: WindowState, log: Log): void {
  try {
    writeFileAtomic(file, JSON.stringify(state));
  } catch (error) {
    log.warn('window.stateNotKept', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}

export function parseState(text: string): WindowState {
  const { bounds, isMaximised } = JSON.parse(text) as { bounds: Record<string, unknown>; isMaximised: unknown };
  const whole = (key: string): number => {
    const value = bounds[key];
    if (!Number.isSafeInteger(value)) throw new Error(`No whole number for ${key}`);
    return value as number;
  };
  return {
    bounds: { x: whole('x'), y: whole('y'), width: whole('width'), height: whole('height') },
    isMaximised: isMaximised === true,
  };
}

export function fitToDisplays(state: WindowState, displays: readonly Rectangle[]): WindowState {
  const { x, y } = state.bounds;
  const width = Math.max(state.bounds.width, MIN_SIZE.width);
  const height = Math.max(state.bounds.height, MIN_SIZE.height);
  if (x === undefined || y === undefined) return { ...state, bounds: { width, height } };
  const canBeHeld = displays.some((display) => {
    const shownWidth = Math.min(x + width, display.x + display.width) - Math.max(x, display.x);
    return (
      shownWidth >= HANDLE.width &&
      y >= display.y - HANDLE.height / 2 &&
      y + HANDLE.height <= display.y + display.height
    );
  });
  return { ...state, bounds: canBeHeld ? { x, y, width, height } : { width, height } };
}
