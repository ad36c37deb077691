import { reachOf, reminderOnPaper, stageOnPaper } from '../../shared/domain/approach/on-paper.rules.ts';
import type { ApproachRow, ApproachStage } from '../../shared/domain/approach/approach.schema.ts';
import type { ContactMode } from '../../shared/domain/employer/employer.schema.ts';
import { csvOf } from '../../shared/kernel/csv.ts';

const HEADER = [
  'Entreprise',
  'Adresse',
  'Distance',
  'Contact',
  'Téléphone',
  'Courriel',
  'Comment approcher',
  'Première phrase',
  'Où nous en sommes',
  'Prochaine date',
];

/** In the file, in French whatever the language of the screen: the person leaves with it. */
const MODES: Readonly<Record<ContactMode, string>> = { 'in-person': 'Se présenter', application: 'CV et lettre' };
const STAGES: Readonly<Record<ApproachStage, string>> = {
  proposed: '',
  contacted: 'Contact pris',
  answered: 'A répondu',
  met: 'Rencontre faite',
  hired: 'Embauche',
  refused: '',
  'no-answer': '',
};

/** The retained employers for a spreadsheet: no figure, no order but the name, nothing of the person (R10). */
export function approachesCsv(rows: readonly ApproachRow[], today: string): string {
  return csvOf([HEADER, ...rows.map((row) => lineOf(row, today))]);
}

function lineOf(row: ApproachRow, today: string): readonly string[] {
  const { name, communeName, distanceKm, known, contact, ownApproach, ownSentence, proposedSentence } = row;
  const place = known === null ? (communeName ?? '') : `${known.postcode} ${known.communeName}`.trim();
  const address = [known?.address ?? '', place].filter((part) => part !== '').join(', ');
  const reminder = reminderOnPaper(row, today);
  const reach = reachOf(row);
  return [
    name,
    address,
    distanceKm === null ? '' : frenchDistance(distanceKm),
    [contact?.name ?? '', contact?.role ?? ''].filter((part) => part !== '').join(', '),
    reach.phone,
    reach.email,
    wayIn(row, ownApproach),
    ownSentence ?? proposedSentence,
    STAGES[stageOnPaper(row)],
    reminder === null
      ? ''
      : `${reminder.kind === 'answer' ? 'Réponse attendue avant le' : 'Rappeler le'} ${frenchDay(reminder.on)}`,
  ];
}

/** As the screen says it: "800 m", "1,5 km", "24 km". */
function frenchDistance(km: number): string {
  if (km < 0.05) return '< 100 m';
  if (km < 0.95) return `${Math.round(km * 10) * 100} m`;
  return `${(km < 9.95 ? TENTHS : WHOLE).format(km)} km`;
}

const TENTHS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** 09/12/2026. */
function frenchDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

function wayIn({ contact, known }: ApproachRow, ownApproach: string | null): string {
  if (ownApproach !== null && ownApproach !== '') return ownApproach;
  if (contact !== null && contact.wayIn !== '') return contact.wayIn;
  const advice = known?.group === 'private' ? known.advice : null;
  return advice === null ? '' : MODES[advice.mode];
}
