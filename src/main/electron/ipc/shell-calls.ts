import type { z } from 'zod';
import type { calls, CallOutput, ShellCallName } from '../../../shared/contract/index.ts';
import type { Envelope } from '../../../shared/contract/wire.ts';
import type { CoreClient } from '../core-client.ts';
import type { Departure } from '../security/external-links.ts';
import { done, failed } from './envelopes.ts';

/** The calls that need a window. A missing or extra one does not compile. */
export type ShellCalls = {
  readonly [N in ShellCallName]: (input: z.output<(typeof calls)[N]['input']>) => Promise<Envelope<CallOutput<N>>>;
};

interface ShellDoors {
  readonly core: Pick<CoreClient, 'offerFolder'>;
  /** The path a person chose in a dialog, or null. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly openLink: (address: string) => Promise<Departure>;
  readonly now: () => number;
}

export function makeShellCalls({ core, chooseFolder, openLink, now }: ShellDoors): ShellCalls {
  return {
    'dataset.chooseFolder': async () => {
      const start = now();
      const folder = await chooseFolder();
      return folder === null ? done(null, now() - start) : core.offerFolder(folder);
    },
    'about.openLink': async ({ url }) => {
      const start = now();
      const departure = await openLink(url);
      if (departure === 'refused') return failed('NOT_ALLOWED', 'This address is not in the allowed list.');
      return done({ isOpened: departure === 'opened' }, now() - start);
    },
  };
}
