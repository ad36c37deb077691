import type { ShellCallName } from './index.ts';

/**
 * The calls that the shell answers itself. By name alone: the contract and its schemas take 60 ms to read, which the
 * thread that shows the window does not have while it starts. All other names go to the core, which knows them.
 */
const NAMES: Readonly<Record<ShellCallName, true>> = {
  'about.openLink': true,
  'dataset.chooseFolder': true,
  'dataFolder.choose': true,
  'appointment.exportCalendar': true,
  'caseFile.exportPortfolio': true,
  'correction.export': true,
  'approach.exportCsv': true,
  'caseFile.savePdf': true,
  'caseFile.exportData': true,
  'note.copyOut': true,
  'sharedView.show': true,
  'sharedView.hide': true,
};

/** Own keys only: `constructor` and `__proto__` are names too. */
export function isShellCall(name: string): name is ShellCallName {
  return Object.hasOwn(NAMES, name);
}
