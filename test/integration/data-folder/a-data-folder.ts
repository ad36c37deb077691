import {
  makeDataFolder,
  type DataFolder,
  type DataFolderOptions,
} from '../../../src/main/data-folder/data-folder.use-cases.ts';
import { silentLog } from '../../../src/main/platform/log/log.ts';
import type { MoveState } from '../../../src/shared/domain/data-folder/data-folder.schema.ts';

export interface TestDataFolder {
  readonly folder: DataFolder;
  /** What was told, in order. */
  readonly told: readonly MoveState[];
  /** The end of the move. */
  readonly isOver: Promise<MoveState>;
}

/** A data folder as one start of the application sees it. */
export function aDataFolder(
  places: Pick<DataFolderOptions, 'startDir' | 'dataDir'>,
  options: Partial<DataFolderOptions> = {},
): TestDataFolder {
  const told: MoveState[] = [];
  let end: (state: MoveState) => void = () => undefined;
  const isOver = new Promise<MoveState>((resolve) => {
    end = resolve;
  });
  let now = 0;
  const folder = makeDataFolder({
    ...places,
    // Each look at it is a second later, so that no progress is kept silent.
    clock: { now: () => (now += 1_000) },
    log: silentLog,
    isBusy: () => false,
    lock: () => Promise.resolve(),
    ...options,
    onChange(state) {
      told.push(state);
      options.onChange?.(state);
      if (state.state !== 'running') end(state);
    },
  });
  return { folder, told, isOver };
}
