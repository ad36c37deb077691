/**
 * All that a file holds, as its person reads it. Always in French: `t` is the French one, whatever the language of the
 * screen. What was set aside and why is here and on no other paper (R10): it is theirs.
 */
import type { TFunction } from 'i18next';
import type { CaseExport } from '../../../shared/domain/case-export/case-export.schema.ts';
import type { FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { TimelineEntry } from '../../../shared/domain/case-file/timeline.schema.ts';
import { headingOf } from '../../../shared/domain/note/note-template.rules.ts';
import { NOTE_SECTIONS } from '../../../shared/domain/note/note.ts';
import type { Paper, PaperBlock, PaperLine, PaperSection } from '../../../shared/domain/paper/paper.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { personShapes } from '../../features/case-file/fact-shapes.tsx';
import { labelKeyOf, SITUATION_BLOCKS } from '../../features/case-file/situation-blocks.ts';
import { retentionText } from '../../features/case-file/retention-words.ts';
import { timelineWords } from '../../features/case-file/timeline-words.ts';
import { outcomeText, reasonsText } from '../../features/decision/decision-words.ts';
import { whatText, whyText } from '../../features/hand-over/access-words.ts';
import { projectShapes } from '../../features/job-project/project-shapes.tsx';
import { linkText } from '../../features/note/note-words.ts';
import { fullDayText, fullMomentText, onFullDayText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';
import { textOf, type ValueShape } from '../../ui/value-shape.ts';
import { engagementLines, inFrench, lifeLines, ownEmployerLines, preparationLines } from './file-paper-life.ts';
import { NOT_EDITED } from './use-shapes.ts';

interface Made {
  readonly today: string;
  readonly zone: string;
  readonly reason: string;
}

const FRENCH = 'fr';

export function filePaper(t: TFunction, data: CaseExport, { today, zone, reason }: Made): Paper {
  const where = { today, zone, language: FRENCH };
  const dayAt = (instant: number): string => dayText(localDateAt(instant, zone), FRENCH);
  const happened = (entry: TimelineEntry, day: string): PaperLine => {
    const { title, text } = timelineWords(t, entry, where);
    return { text: title, when: day, more: text === '' ? [] : [text] };
  };
  const french = inFrench(t, dayAt);
  return {
    title: t('ownFile.paper.title'),
    lead: [
      t('ownFile.paper.made', { day: dayAt(data.madeAt), name: data.madeBy, agency: data.agency }),
      t('ownFile.paper.why', { reason }),
    ],
    sections: [
      listed(t('ownFile.paper.life'), lifeLines(french, data)),
      ...SITUATION_BLOCKS.map((block) => ({
        title: block.name === 'identity' ? t('ownFile.paper.identity') : t(`facts.blocks.${block.name}`),
        blocks: facts(t, data, [...block.fields, ...block.folded.flatMap(({ fields }) => fields)]),
      })),
      listed(
        t('reading.title'),
        data.readings.map(({ by, text, on }) => line(t(`reading.whose.${by}`), dayText(on, FRENCH), [text])),
      ),
      listed(t('engagement.title'), engagementLines(french, data)),
      listed(
        t('ownFile.paper.notes'),
        data.notes.map((note) => ({
          text: t('ownFile.paper.noteBy', { name: note.actorName }),
          when: fullDayText(note.on, FRENCH),
          more: [
            ...(note.correctedBy === null ? [] : [t('ownFile.paper.corrected')]),
            ...(note.withdrawn === null ? [] : [t('ownFile.paper.withdrawn', { why: note.withdrawn.why })]),
            ...(note.notHeld === null ? [] : [t('ownFile.paper.notHeld', { side: t(`note.notHeld.${note.notHeld}`) })]),
            ...(note.why === '' ? [] : [t('ownFile.paper.because', { why: note.why })]),
            ...NOTE_SECTIONS.flatMap((section) => {
              const linked = note.links.filter((link) => link.section === section);
              const said = [note.sections[section].trim(), ...linked.map((link) => linkText(t, link, today, FRENCH))];
              const words = said.filter((each) => each !== '').join('\u202f; ');
              return words === ''
                ? []
                : [
                    t('ownFile.paper.under', {
                      heading: t(`note.sections.${headingOf(note.template, section)}`),
                      words,
                    }),
                  ];
            }),
          ],
        })),
      ),
      listed(
        t('ownFile.paper.appointments'),
        data.appointments.map((each) =>
          happened({ ...each, kind: 'appointment', at: each.startsAt, actorName: '' }, dayAt(each.startsAt)),
        ),
      ),
      listed(
        t('ownFile.paper.contacts'),
        data.contacts.map(({ by: _by, ...each }) =>
          happened({ ...each, kind: 'contact', actorName: '' }, dayText(each.on, FRENCH)),
        ),
      ),
      listed(
        t('ownFile.paper.actions'),
        data.actions.map(({ owner, text, dueOn, state, addedAt }) =>
          line(text, dayAt(addedAt), [
            t(`ownFile.paper.states.${state}`, { owner: t(`ownFile.paper.owners.${owner}`) }),
            ...(dueOn === null ? [] : [t('ownFile.paper.due', { day: dayText(dueOn, FRENCH) })]),
          ]),
        ),
      ),
      listed(
        t('ownFile.paper.decisions'),
        data.decisions.map(({ snapshot, outcome, reasons, words, by, at, isTakenBack }) => ({
          text: t('ownFile.paper.decision', { outcome: outcomeText(t, outcome, 'feminine'), name: snapshot.name }),
          when: dayAt(at),
          more: [
            t(`ownFile.paper.shown.${snapshot.kind}`, { name: by }),
            reasonsText(t, reasons, words) ?? '',
            isTakenBack ? t('ownFile.paper.takenBack') : '',
          ].filter((each) => each !== ''),
        })),
      ),
      listed(t('ownFile.paper.ownEmployers'), ownEmployerLines(french, data)),
      listed(
        t('ownFile.paper.approaches'),
        data.approaches.map((each) =>
          happened({ ...each, id: '', at: 0, kind: 'approach', actorName: '' }, dayText(each.on, FRENCH)),
        ),
      ),
      listed(t('ownFile.paper.preparation'), preparationLines(french, data)),
      listed(
        t('ownFile.paper.sheets'),
        data.sheets.map(({ on, handed }) =>
          line(handed === null ? t('ownFile.paper.waiting') : t(`sheet.ways.${handed.way}`), dayText(on, FRENCH), []),
        ),
      ),
      listed(
        t('handOver.accesses.open'),
        data.accesses.map((access) =>
          line(
            whatText(t, access, (day) => onFullDayText(day, FRENCH)),
            fullMomentText(access.at, zone, FRENCH),
            whyText(t, access),
          ),
        ),
      ),
      {
        title: t('ownFile.paper.kept'),
        blocks: [{ kind: 'text' as const, text: retentionText(t, data.file, FRENCH) }],
      },
    ].filter(({ blocks }) => blocks.length > 0),
    foot: [t('ownFile.paper.rights'), t('ownFile.paper.dataToo')],
  };
}

/** The facts of some fields with who said them, in the words of the screen. */
function facts(t: TFunction, { facts: known }: CaseExport, fields: readonly FieldName[]): readonly PaperBlock[] {
  const shapes = {
    ...personShapes(t, FRENCH),
    ...projectShapes(t, FRENCH, NOT_EDITED),
  } as unknown as Readonly<Record<FieldName, ValueShape<unknown>>>;
  const told = fields.flatMap((field) => {
    const fact = known.find((each) => each.field === field);
    if (fact === undefined || fact.value === null) return [];
    const project = /^project([2-5])\./.exec(field)?.[1];
    const label = t(`facts.fields.${labelKeyOf(field)}`);
    return [
      {
        label: project === undefined ? label : t('ownFile.paper.ofProject', { label, project }),
        value: textOf(shapes[field], fact.value),
        said: t(`ownFile.paper.said.${fact.saidBy}`, { day: dayText(fact.saidOn, FRENCH) }),
      },
    ];
  });
  return told.length === 0 ? [] : [{ kind: 'facts', facts: told }];
}

function listed(title: string, lines: readonly PaperLine[]): PaperSection {
  return { title, blocks: lines.length === 0 ? [] : [{ kind: 'list', marks: 'dots', lines }] };
}

function line(text: string, when: string, more: readonly string[]): PaperLine {
  return { text, when, more };
}
