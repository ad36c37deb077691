/** French and English say the same things, of everything that can be shown. */
import { describe, expect, test } from 'vitest';
import { SOURCE_NAMES } from '../../../src/shared/domain/dataset/dataset.schema.ts';
import { REFUSAL_CODES } from '../../../src/shared/domain/dataset/refusal-codes.ts';
import { EMPLOYER_GROUPS, UNRANKED_REASONS } from '../../../src/shared/domain/employer/employer.schema.ts';
import { SIZE_CLASSES } from '../../../src/shared/domain/employer/headcount.ts';
import { SECTION_CODES } from '../../../src/shared/domain/sector/sector.ts';
import { FACTOR_NAMES } from '../../../src/shared/domain/suggestion/suggestion.ts';
import { ACTION_OWNERS, ACTION_STATES } from '../../../src/shared/domain/action/action.schema.ts';
import { BACKUP_KINDS, CHANGE_FAMILIES } from '../../../src/shared/domain/backup/backup.schema.ts';
import { PASSPHRASE_REASONS } from '../../../src/renderer/features/access/passphrase-strength.ts';
import { APPOINTMENT_KINDS, MODALITIES, PRESENCES } from '../../../src/shared/domain/appointment/appointment.ts';
import { FIELD_NAMES, OUTCOMES } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { CONTACT_CHANNELS } from '../../../src/shared/domain/contact/contact.schema.ts';
import { SET_ASIDE_REASONS } from '../../../src/shared/domain/decision/decision.ts';
import { DECISION_OUTCOMES } from '../../../src/shared/domain/decision/decision.schema.ts';
import { NOTE_SECTIONS } from '../../../src/shared/domain/note/note.ts';
import { ERROR_CODES } from '../../../src/shared/kernel/app-error.ts';
import { english, french, type Messages, shellEnglish, shellFrench, withoutPlural } from './messages.ts';

const keysOf = (messages: Messages): readonly string[] => [...new Set([...messages.keys()].map(withoutPlural))].sort();

function placeholdersOf(messages: Messages): ReadonlyMap<string, string> {
  const byKey = new Map<string, Set<string>>();
  for (const [key, text] of messages) {
    const names = byKey.get(withoutPlural(key)) ?? new Set();
    for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) names.add(name!);
    byKey.set(withoutPlural(key), names);
  }
  return new Map([...byKey].map(([key, names]) => [key, [...names].sort().join(' ')]));
}

function pluralsOf(messages: Messages): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const key of messages.keys()) {
    const base = withoutPlural(key);
    if (base === key || key.endsWith('_zero')) continue;
    forms.set(base, (forms.get(base) ?? new Set()).add(key.slice(key.lastIndexOf('_') + 1)));
  }
  return forms;
}

describe('the messages', () => {
  test('have the same keys in both languages', () => {
    expect(keysOf(english)).toEqual(keysOf(french));
    expect(keysOf(shellEnglish)).toEqual(keysOf(shellFrench));
  });

  test('have the same placeholders in both languages', () => {
    expect(placeholdersOf(english)).toEqual(placeholdersOf(french));
  });

  test('are never empty', () => {
    for (const [key, text] of [...french, ...english]) expect(text.trim(), key).not.toBe('');
  });

  test.each([
    ['fr', french, ['one', 'many', 'other']],
    ['en', english, ['one', 'other']],
  ] as const)('have every plural form of %s', (_language, messages, wanted) => {
    for (const [key, forms] of pluralsOf(messages)) {
      for (const form of wanted) expect(forms, key).toContain(form);
    }
  });
});

describe('every value that can be shown has its words', () => {
  test.each([
    ['error codes', ERROR_CODES.flatMap((code) => [`errors.${code}`, `errorTitles.${code}`])],
    ['sources', SOURCE_NAMES.map((name) => `sources.${name}`)],
    [
      'reasons not to be ranked',
      UNRANKED_REASONS.flatMap((reason) => [`unranked.${reason}`, `unrankedShort.${reason}`]),
    ],
    [
      'groups',
      EMPLOYER_GROUPS.flatMap((group) => [
        `groups.${group}`,
        `groupKind.${group}`,
        `employers.title.${group}`,
        `employers.noneKept.${group}`,
        `employers.loadedSoFar.${group}`,
        `employers.allShown.${group}`,
        `why.title.${group}`,
        `why.rank.${group}`,
        `widen.title.${group}`,
        `widen.employers.${group}`,
        `employers.columns.employer.${group}`,
      ]),
    ],
    ['sections', SECTION_CODES.map((code) => `sections.${code}`)],
    ['size classes', SIZE_CLASSES.map((size) => `sizes.${size}`)],
    ['factors', FACTOR_NAMES.map((name) => `factors.${name}`)],
    ['levels', ['more', 'average', 'less', 'none', 'range', 'exactly'].map((level) => `potential.${level}`)],
    ['contact modes', ['in-person', 'application'].flatMap((mode) => [`contact.${mode}`, `approach.${mode}`])],
    ['contact bases', ['sector-and-occupation', 'sector', 'default'].map((basis) => `approach.basis.${basis}`)],
    ['mobility kinds', ['close', 'evolution'].map((kind) => `widen.kind.${kind}`)],
    [
      'import steps',
      ['reading', 'places', 'employers', 'writing', 'checking', 'people'].map((step) => `progress.${step}`),
    ],
    ['refused rows', REFUSAL_CODES.flatMap((code) => [`refusals.${code}`, `refusalsShort.${code}`])],
    ['ignored files', ['not-recognised', 'duplicate', 'unreadable'].map((reason) => `ignored.${reason}`)],
    ['positions', ['establishment', 'commune', 'none'].map((basis) => `employer.positionBasis.${basis}`)],
    ['decisions', DECISION_OUTCOMES.flatMap((outcome) => [`decision.acts.${outcome}`, `decision.done.${outcome}`])],
    ['set-aside reasons', SET_ASIDE_REASONS.map((reason) => `decision.reasons.${reason}`)],
    ['headings of a note', NOTE_SECTIONS.map((section) => `note.sections.${section}`)],
    ['modalities', MODALITIES.map((modality) => `appointment.modalities.${modality}`)],
    ['kinds of appointment', APPOINTMENT_KINDS.map((kind) => `appointment.kinds.${kind}`)],
    ['presences said', PRESENCES.map((presence) => `agenda.say.${presence}`)],
    ['presences', PRESENCES.map((presence) => `appointment.presences.${presence}`)],
    ['contact channels', CONTACT_CHANNELS.map((channel) => `timeline.channels.${channel}`)],
    ['states of an action', ACTION_STATES.map((state) => `action.states.${state}`)],
    ['owners of an action', ACTION_OWNERS.map((owner) => `action.owners.${owner}`)],
    ['ends of a support', OUTCOMES.map((outcome) => `caseFile.outcomes.${outcome}`)],
    ['facts', FIELD_NAMES.map((field) => `facts.fields.${field.replace(/^project\d\./, '')}`)],
    ['themes', ['system', 'light', 'dark'].map((theme) => `settings.themes.${theme}`)],
    ['why a copy was made', BACKUP_KINDS.map((kind) => `backup.kinds.${kind}`)],
    ['what going back takes away', CHANGE_FAMILIES.map((family) => `backup.families.${family}`)],
    ['opinions on a passphrase', PASSPHRASE_REASONS.map((reason) => `access.strength.reasons.${reason}`)],
  ])('%s', (_name, keys) => {
    const known = new Set(keysOf(french));
    for (const key of keys) expect(known).toContain(key);
  });

  test('an error says what happened, what was kept and what to do next', () => {
    for (const code of ERROR_CODES) {
      for (const messages of [french, english]) {
        const sentences = messages.get(`errors.${code}`)!.split(/[.;] /);
        expect(sentences.length, code).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
