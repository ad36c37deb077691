import type { TFunction } from 'i18next';
import type { Diagnostic } from '../../../shared/domain/diagnostic/diagnostic.schema.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { bytesText, numberText, percentText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';

export interface ReportLine {
  readonly label: string;
  readonly value: string;
}

export interface ReportGroup {
  readonly key: keyof typeof GROUPS;
  readonly title: string;
  readonly lines: readonly ReportLine[];
}

/** Order of the report, and what makes the lines of each part. */
const GROUPS = {
  versions: versionLines,
  machine: machineLines,
  dataFolder: folderLines,
  workspaces: spaceLines,
  caseFiles: caseFileLines,
  backups: backupLines,
  settings: settingsLines,
  log: logLines,
} as const;

/** What lines are made with. */
interface Words {
  readonly t: TFunction;
  readonly n: (count: number) => string;
  /** Null: it could not be read. */
  readonly size: (bytes: number | null) => string;
  readonly moment: (instant: number) => string;
  readonly language: string;
}

/** The report in the words of the screen: what is read is what is copied. */
export function reportGroups(t: TFunction, report: Diagnostic, language: string): readonly ReportGroup[] {
  const words: Words = {
    t,
    n: (count) => numberText(count, language),
    size: (bytes) => (bytes === null ? t('diagnostic.notRead') : bytesText(bytes, language)),
    moment: (instant) => fullMomentText(instant, localZone(), language),
    language,
  };
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((key) => ({
    key,
    title: t(`diagnostic.groups.${key}`),
    lines: GROUPS[key](report, words),
  }));
}

/** The same as plain text, to paste in a message. */
export function reportText(t: TFunction, report: Diagnostic, language: string): string {
  const madeAt = t('diagnostic.madeAt', { when: fullMomentText(report.madeAt, localZone(), language) });
  const parts = reportGroups(t, report, language).map(({ title, lines }) =>
    [title, ...lines.map(({ label, value }) => (label === '' ? `- ${value}` : `- ${label}: ${value}`))].join('\n'),
  );
  return [`${t('diagnostic.title')}. ${madeAt}.`, ...parts].join('\n\n');
}

function versionLines({ versions }: Diagnostic, { t }: Words): readonly ReportLine[] {
  const names = ['app', 'electron', 'chrome', 'node', 'sqlite', 'addon'] as const;
  return names.map((name) => ({
    label: t(`diagnostic.lines.${name}`),
    value: versions[name] ?? t('diagnostic.notRead'),
  }));
}

function machineLines({ machine }: Diagnostic, { t, n, size }: Words): readonly ReportLine[] {
  const memory = {
    free: size(machine.freeMemoryBytes),
    total: size(machine.memoryBytes),
    own: size(machine.processBytes),
  };
  return [
    { label: t('diagnostic.lines.system'), value: `${machine.platform} ${machine.arch} ${machine.release}` },
    { label: t('diagnostic.lines.processors'), value: n(machine.processors) },
    { label: t('diagnostic.lines.memory'), value: t('diagnostic.lines.memoryOf', memory) },
    { label: t('diagnostic.lines.languageZone'), value: `${machine.language}, ${machine.timeZone}` },
  ];
}

function folderLines({ dataFolder }: Diagnostic, { t, size }: Words): readonly ReportLine[] {
  const { isDefault, isMoved, bytes, freeBytes } = dataFolder;
  const place = isMoved ? 'moved' : isDefault ? 'default' : 'other';
  return [
    { label: t('diagnostic.lines.place'), value: t(`diagnostic.places.${place}`) },
    { label: t('diagnostic.lines.size'), value: size(bytes) },
    { label: t('diagnostic.lines.free'), value: size(freeBytes) },
  ];
}

function spaceLines({ workspaces }: Diagnostic, { t, n, size }: Words): readonly ReportLine[] {
  return workspaces.map(({ name, isCurrent, space, accounts, casesBytes, reference, referenceVersion }) => {
    const title = t(`diagnostic.spaces.${name}`);
    const state = t(`diagnostic.states.${reference}`);
    return {
      label: isCurrent ? t('diagnostic.spaces.current', { name: title }) : title,
      value: t('diagnostic.spaceLine', {
        space: t(`diagnostic.states.${space}`),
        accounts:
          accounts === null ? t('diagnostic.notRead') : t('diagnostic.accounts', { count: accounts, n: n(accounts) }),
        size: size(casesBytes),
        reference: referenceVersion === null ? state : `${state}, ${referenceVersion}`,
      }),
    };
  });
}

function caseFileLines({ caseFiles }: Diagnostic, { t, n }: Words): readonly ReportLine[] {
  if (caseFiles === null) return [{ label: '', value: t('diagnostic.locked') }];
  return [
    { label: t('diagnostic.lines.schema'), value: n(caseFiles.schemaVersion) },
    { label: t('diagnostic.lines.operations'), value: n(caseFiles.operations) },
    { label: t('diagnostic.lines.files'), value: n(caseFiles.files) },
    { label: t('diagnostic.lines.notes'), value: n(caseFiles.notes) },
  ];
}

function backupLines({ backups }: Diagnostic, { t, n, size, moment }: Words): readonly ReportLine[] {
  if (backups === null) return [{ label: '', value: t('diagnostic.none') }];
  const { count, bytes, lastAt, integrity } = backups;
  return [
    { label: t('diagnostic.lines.copies'), value: count === 0 ? n(count) : `${n(count)}, ${size(bytes)}` },
    { label: t('diagnostic.lines.lastCopy'), value: lastAt === null ? t('diagnostic.none') : moment(lastAt) },
    { label: t('diagnostic.lines.integrity'), value: t(`diagnostic.integrities.${integrity}`) },
  ];
}

function settingsLines({ settings }: Diagnostic, { t, language }: Words): readonly ReportLine[] {
  const value = t('diagnostic.settingsLine', {
    language: t(`settings.languages.${settings.language}`),
    theme: t(`settings.themes.${settings.theme}`),
    zoom: percentText(settings.zoom / 100, language),
    density: t(`settings.densities.${settings.density}`),
    idle: t('settings.idleMinutes', { minutes: settings.idleMinutes }),
  });
  return [{ label: '', value }];
}

function logLines({ log }: Diagnostic, { t, moment }: Words): readonly ReportLine[] {
  if (log.length === 0) return [{ label: '', value: t('diagnostic.logEmpty') }];
  return log.map(({ at, level, event, code }) => ({
    label: moment(Date.parse(at)),
    value: [t(`diagnostic.logLevels.${level}`), event, code].filter((part) => part !== null).join(', '),
  }));
}
