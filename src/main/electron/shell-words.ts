/** The few words the shell says itself, in native dialogs: the interface has its own. */
const fr = {
  leave: {
    message: 'Ouvrir cette page dans le navigateur\u00a0?',
    open: 'Ouvrir la page',
    stay: 'Rester dans Vis-à-vis',
  },
  chooseFolder: { title: 'Choisir un dossier de données', button: 'Choisir ce dossier' },
  choosePlace: { title: 'Choisir où mettre les données', button: 'Choisir cet endroit' },
  saveTable: {
    button: 'Enregistrer',
    kinds: { csv: 'Tableau', pdf: 'Page PDF', ics: 'Calendrier', json: 'Données' },
    agenda: { title: 'Enregistrer l’agenda', file: 'agenda.ics' },
    portfolio: { title: 'Enregistrer le portefeuille', file: 'portefeuille.csv' },
    corrections: { title: 'Enregistrer les données à corriger', file: 'donnees-a-corriger.csv' },
    approaches: { title: 'Enregistrer les entreprises à contacter', file: 'entreprises-a-contacter.csv' },
    employers: { title: 'Enregistrer la page', file: 'entreprises-a-contacter.pdf' },
    argument: { title: 'Enregistrer la page', file: 'que-dire.pdf' },
    sheet: { title: 'Enregistrer la fiche', file: 'fiche-{day}.pdf' },
    situation: { title: 'Enregistrer la page', file: 'situation-{day}.pdf' },
    explanation: { title: 'Enregistrer l’explication', file: 'explication-{day}.pdf' },
    file: { title: 'Enregistrer le dossier', file: 'dossier-{day}.pdf' },
    note: { title: 'Enregistrer la note', file: 'note-{day}.pdf' },
    'hand-over': { title: 'Enregistrer la page', file: 'passage-{day}.pdf' },
    fileData: { title: 'Enregistrer les données du dossier', file: 'dossier-{day}.json' },
  },
  stopped: {
    title: 'Vis-à-vis doit s’arrêter',
    content:
      'L’application s’est interrompue deux fois de suite et ne peut pas continuer.\n\n' +
      'Ce qui a été conservé\u00a0: les réglages et les données de référence en service. Une importation en cours ' +
      's’arrête sans rien changer aux données\u00a0; elle est à recommencer.\n\n' +
      'Ce que vous pouvez faire\u00a0: rouvrir Vis-à-vis. Si l’arrêt se reproduit, transmettez le journal à votre ' +
      'assistance.',
  },
  noDataDir: {
    title: 'Vis-à-vis ne peut pas démarrer',
    content: (dir: string): string =>
      `Le dossier de données ne peut pas être ouvert en écriture\u00a0:\n${dir}\n\n` +
      'Rien n’a été modifié. Vérifiez vos droits sur ce dossier et la place disponible, puis rouvrez Vis-à-vis.',
  },
  missingData: {
    title: 'Les données de Vis-à-vis ne sont pas là',
    content: (dir: string | null, startDir: string): string =>
      (dir === null
        ? `Le fichier qui dit où elles sont ne se lit plus\u00a0:\n${startDir}\n\n`
        : `Elles ont été déplacées dans ce dossier, qui manque ou ne se lit pas\u00a0:\n${dir}\n\n`) +
      'Rien n’a été modifié, et aucun dossier n’a été créé à la place.\n\n' +
      'Ce que vous pouvez faire\u00a0: rebrancher le disque ou retrouver le réseau, puis rouvrir Vis-à-vis. ' +
      'Si ce dossier n’existe plus, appelez la personne qui gère ce poste.',
  },
};

export type ShellWords = typeof fr;

const en: ShellWords = {
  leave: { message: 'Open this page in the browser?', open: 'Open the page', stay: 'Stay in Vis-à-vis' },
  chooseFolder: { title: 'Choose a data folder', button: 'Choose this folder' },
  choosePlace: { title: 'Choose where to put the data', button: 'Choose this place' },
  saveTable: {
    button: 'Save',
    kinds: { csv: 'Table', pdf: 'PDF page', ics: 'Calendar', json: 'Data' },
    agenda: { title: 'Save the agenda', file: 'agenda.ics' },
    portfolio: { title: 'Save the portfolio', file: 'portfolio.csv' },
    corrections: { title: 'Save the data to correct', file: 'data-to-correct.csv' },
    approaches: { title: 'Save the employers to contact', file: 'employers-to-contact.csv' },
    employers: { title: 'Save the page', file: 'employers-to-contact.pdf' },
    argument: { title: 'Save the page', file: 'what-to-say.pdf' },
    sheet: { title: 'Save the sheet', file: 'fiche-{day}.pdf' },
    situation: { title: 'Save the page', file: 'situation-{day}.pdf' },
    explanation: { title: 'Save the explanation', file: 'explanation-{day}.pdf' },
    file: { title: 'Save the file', file: 'file-{day}.pdf' },
    note: { title: 'Save the note', file: 'note-{day}.pdf' },
    'hand-over': { title: 'Save the page', file: 'hand-over-{day}.pdf' },
    fileData: { title: 'Save the data of the file', file: 'file-{day}.json' },
  },
  stopped: {
    title: 'Vis-à-vis has to stop',
    content:
      'The application broke off twice in a row and cannot go on.\n\n' +
      'What was kept: the settings and the reference data in use. An import that was running is dropped without ' +
      'changing the data; it has to be started again.\n\n' +
      'What you can do: open Vis-à-vis again. If it stops again, send the log to your support.',
  },
  noDataDir: {
    title: 'Vis-à-vis cannot start',
    content: (dir) =>
      `The data folder cannot be written to:\n${dir}\n\n` +
      'Nothing was changed. Check your rights on this folder and the free space, then open Vis-à-vis again.',
  },
  missingData: {
    title: 'The data of Vis-à-vis are not there',
    content: (dir, startDir) =>
      (dir === null
        ? `The file that says where they are can no longer be read:\n${startDir}\n\n`
        : `They were moved to this folder, which is missing or cannot be read:\n${dir}\n\n`) +
      'Nothing was changed, and no folder was created in its stead.\n\n' +
      'What you can do: plug the disk in again or find the network again, then open Vis-à-vis again. ' +
      'If this folder no longer exists, call whoever manages this workstation.',
  },
};

export const shellWords = { fr, en } as const;
