import type { CallInput, CallName, CoreCallName } from '../../src/shared/contract/index.ts';
import { ACCOUNTS } from './people.ts';

/** One input of each call that is answered by the shell. */
export const SHELL_INPUTS: { readonly [N in Exclude<CallName, CoreCallName>]: CallInput<N> } = {
  'dataset.chooseFolder': {},
  'dataFolder.choose': {},
  'about.openLink': { url: 'https://www.insee.fr/' },
  'caseFile.exportPortfolio': { reason: 'Réunion d’équipe' },
  'appointment.exportCalendar': { from: '2026-09-14', to: '2026-09-20' },
  'correction.export': {},
  'approach.exportCsv': { caseId: ACCOUNTS[0].id },
  'caseFile.exportData': { caseId: ACCOUNTS[0].id, reason: 'À la demande de la personne' },
  'caseFile.savePdf': { caseId: ACCOUNTS[0].id, paper: 'sheet' },
  'note.copyOut': { caseId: ACCOUNTS[0].id, noteId: ACCOUNTS[1].id },
  'sharedView.show': {
    subject: { caseId: ACCOUNTS[0].id, step: 'purpose', pointed: null, isDecidedShown: false },
  },
  'sharedView.hide': {},
};
