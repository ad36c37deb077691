import type { z } from 'zod';
import type { CallInput, calls, CallOutput, ShellCallName } from '../../../shared/contract/index.ts';
import type { Envelope } from '../../../shared/contract/wire.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { SaveTable } from '../save-table.ts';
import type { CoreClient } from '../core-client.ts';
import type { SharedScreen } from '../shared-screen.ts';
import { type DrawPdf, onePagePdf } from '../one-page-pdf.ts';
import type { Departure } from '../security/external-links.ts';
import { done, failed } from './envelopes.ts';

/** The calls that need a window. A missing or extra one does not compile. */
export type ShellCalls = {
  readonly [N in ShellCallName]: (input: z.output<(typeof calls)[N]['input']>) => Promise<Envelope<CallOutput<N>>>;
};

interface ShellDoors {
  readonly core: Pick<CoreClient, 'call' | 'offerFolder' | 'offerPlace'>;
  /** The path a person chose in a dialog, or null. */
  readonly chooseFolder: () => Promise<string | null>;
  /** The same for a folder to put the data in. */
  readonly choosePlace: () => Promise<string | null>;
  readonly openLink: (address: string) => Promise<Departure>;
  readonly saveTable: SaveTable;
  /** Whether the page has something ready for paper: without it, a PDF would be of what is on screen. */
  readonly isPaperReady: (paper: CallInput<'caseFile.savePdf'>['paper']) => Promise<boolean>;
  /** Draws what the page has ready for paper. */
  readonly drawPdf: DrawPdf;
  /** Puts text on the clipboard and takes it away after so many seconds, if it is still there. */
  readonly lend: (text: string, seconds: number) => Promise<void>;
  /** The window of the person. */
  readonly shared: Pick<SharedScreen, 'show' | 'hide'>;
  readonly now: () => number;
}

/** What is written outside may not be: the disk is full, or the folder is not one's own. */
async function saved<T>(save: () => Promise<Envelope<T>>): Promise<Envelope<T>> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof AppError) return failed(error.code, error.message);
    return failed('FILE_NOT_SAVED', 'The file could not be written there.');
  }
}

/** Long enough to paste, short enough not to be pasted elsewhere. */
const LENT_SECONDS = 60;

export function makeShellCalls(doors: ShellDoors): ShellCalls {
  const { core, chooseFolder, choosePlace, openLink, saveTable, isPaperReady, drawPdf, lend, shared, now } = doors;
  const exported = async (
    table: Parameters<SaveTable>[0],
    call: 'appointment.calendar' | 'caseFile.portfolioCsv' | 'correction.csv' | 'approach.csv',
    input: object,
  ): Promise<Envelope<{ readonly isSaved: boolean; readonly count: number }>> => {
    const start = now();
    const answer = (await core.call(call, input)) as Envelope<CallOutput<typeof call>>;
    if (!answer.ok) return answer;
    const { data } = answer;
    const content = 'csv' in data ? data.csv : data.text;
    return saved(async () => done({ isSaved: await saveTable(table, content), count: data.count }, now() - start));
  };
  const recordLeaving = async (
    left: z.output<(typeof calls)['caseFile.recordLeaving']['input']>,
  ): Promise<Envelope<CallOutput<'caseFile.recordLeaving'>>> =>
    (await core.call('caseFile.recordLeaving', left)) as Envelope<CallOutput<'caseFile.recordLeaving'>>;
  return {
    'dataset.chooseFolder': async () => {
      const start = now();
      const folder = await chooseFolder();
      return folder === null ? done(null, now() - start) : core.offerFolder(folder);
    },
    'dataFolder.choose': async () => {
      const start = now();
      const folder = await choosePlace();
      return folder === null ? done(null, now() - start) : core.offerPlace(folder);
    },
    'about.openLink': async ({ url }) => {
      const start = now();
      const departure = await openLink(url);
      if (departure === 'refused') return failed('NOT_ALLOWED', 'This address is not in the allowed list.');
      return done({ isOpened: departure === 'opened' }, now() - start);
    },
    'appointment.exportCalendar': (input) => exported('agenda', 'appointment.calendar', input),
    'caseFile.exportPortfolio': (input) => exported('portfolio', 'caseFile.portfolioCsv', input),
    'correction.export': (input) => exported('corrections', 'correction.csv', input),
    'approach.exportCsv': (input) => exported('approaches', 'approach.csv', input),
    'caseFile.savePdf': async ({ paper, ...input }) => {
      const start = now();
      if (!(await isPaperReady(paper))) return failed('NOT_ALLOWED', 'Nothing is ready for paper.');
      const answer = await recordLeaving({ ...input, paper, medium: 'pdf' });
      if (!answer.ok) return answer;
      return saved(async () => {
        // What is listed is looked up on one page; what is read keeps its size, and takes the pages it takes.
        const isListed = paper === 'employers' || paper === 'argument';
        const pdf = isListed ? await onePagePdf(drawPdf) : await drawPdf(1);
        return done({ isSaved: await saveTable(paper, pdf) }, now() - start);
      });
    },
    'caseFile.exportData': async ({ caseId, reason }) => {
      const start = now();
      const recorded = await recordLeaving({ caseId, paper: 'file', medium: 'data', reason });
      if (!recorded.ok) return recorded;
      // Compiled once it is written that it leaves: the person reads that too.
      const answer = (await core.call('caseFile.compile', { caseId })) as Envelope<CallOutput<'caseFile.compile'>>;
      if (!answer.ok) return answer;
      const content = `${JSON.stringify(answer.data, null, 2)}\n`;
      return saved(async () => done({ isSaved: await saveTable('fileData', content) }, now() - start));
    },
    'note.copyOut': async (input) => {
      const start = now();
      const answer = (await core.call('note.copyText', input)) as Envelope<CallOutput<'note.copyText'>>;
      if (!answer.ok) return answer;
      await lend(answer.data.text, LENT_SECONDS);
      return done({ clearedAfterSeconds: LENT_SECONDS }, now() - start);
    },
    'sharedView.show': ({ subject }) => shared.show(subject),
    'sharedView.hide': () => {
      shared.hide();
      return Promise.resolve(done({}, 0));
    },
  };
}
