import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteHits } from '../../../shared/domain/note/note-search.schema.ts';
import {
  NOTE_SEARCH_MAX_CHARACTERS,
  NOTE_SEARCH_MIN_LETTERS,
  NOTE_SEARCH_ORDERS,
  type NoteSearchOrder,
} from '../../../shared/domain/note/note-search.ts';
import { NOTE_TEMPLATES, type NoteTemplate } from '../../../shared/domain/note/note.ts';
import { numberText } from '../../i18n/formats.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/form.css';
import { HitLine } from './hit-line.tsx';
import './note-search.css';
import { closeNoteSearch, openNoteSearch, useIsNoteSearchOpen } from './opened-search.ts';
import { type NoteSearching, useNoteSearch } from './use-note-search.ts';

const NO_HITS: NoteHits['hits'] = [];

interface NoteSearchProps {
  /** Opens the notes of the file that one was found in. */
  readonly onOpenNotes: (caseId: string) => void;
}

/** Searches one's own notes, from any screen: `F`. */
export function NoteSearch({ onOpenNotes }: NoteSearchProps) {
  const { t } = useTranslation();
  const isOpen = useIsNoteSearchOpen();
  useShortcuts({
    title: t('keys.everywhere'),
    place: 9,
    shortcuts: [{ keys: ['f'], label: t('noteSearch.open'), run: openNoteSearch }],
  });
  return (
    <Dialog title={t('noteSearch.title')} isOpen={isOpen} onClose={closeNoteSearch} focus="content">
      <Searching
        onChoose={(caseId) => {
          closeNoteSearch();
          onOpenNotes(caseId);
        }}
      />
    </Dialog>
  );
}

/** The ARIA "combobox with list" pattern: the focus stays in the field, arrows walk the notes, Enter opens one. */
function Searching({ onChoose }: { readonly onChoose: (caseId: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [order, setOrder] = useState<NoteSearchOrder>('newest');
  const [template, setTemplate] = useState<NoteTemplate | null>(null);
  const [cursor, setCursor] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const searching = useNoteSearch(text, { order, template });
  const hits = searching.answer?.hits ?? NO_HITS;
  const at = Math.min(cursor, Math.max(0, hits.length - 1));
  const current = hits[at];
  const optionId = (index: number): string => `${id}-hit-${index}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, hits]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const step = steps[event.key];
    if (step !== undefined && hits.length > 0) setCursor((step + hits.length) % hits.length);
    else if (event.key === 'Enter' && current !== undefined) onChoose(current.caseId);
    else return;
    event.preventDefault();
  };
  return (
    <div className="note-search">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('noteSearch.field')}
        </label>
        <div className="field-box">
          <input
            id={id}
            className="field-input"
            type="text"
            role="combobox"
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            maxLength={NOTE_SEARCH_MAX_CHARACTERS}
            aria-autocomplete="list"
            aria-expanded={hits.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={current === undefined ? undefined : optionId(at)}
            aria-describedby={`${id}-hint`}
            value={text}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setCursor(0);
            }}
          />
        </div>
        <p className="field-hint" id={`${id}-hint`}>
          {t('noteSearch.hint')}
        </p>
      </div>
      <div className="note-search-choices">
        <Segmented
          label={t('noteSearch.order')}
          choices={NOTE_SEARCH_ORDERS.map((value) => ({ value, label: t(`noteSearch.orders.${value}`) }))}
          chosen={order}
          onChoose={(value) => {
            setOrder(value);
            setCursor(0);
          }}
        />
        <label className="field">
          <span className="field-label">{t('noteSearch.template')}</span>
          <select
            className="field-input"
            value={template ?? ''}
            onChange={({ currentTarget: { value } }) => {
              setTemplate(NOTE_TEMPLATES.find((each) => each === value) ?? null);
              setCursor(0);
            }}
          >
            <option value="">{t('noteSearch.anyTemplate')}</option>
            {NOTE_TEMPLATES.map((each) => (
              <option key={each} value={each}>
                {t(`note.templates.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Said text={text} searching={searching} />
      <div
        ref={list}
        className="note-search-hits"
        id={`${id}-list`}
        role="listbox"
        aria-label={t('noteSearch.results')}
      >
        {hits.map((hit, index) => (
          <HitLine
            key={hit.noteId}
            id={optionId(index)}
            hit={hit}
            isCurrent={index === at}
            onPoint={() => setCursor(index)}
            onChoose={() => onChoose(hit.caseId)}
          />
        ))}
      </div>
    </div>
  );
}

/** How many were found, or why nothing is shown. */
function Said({ text, searching: { answer, error } }: { readonly text: string; readonly searching: NoteSearching }) {
  const { t, i18n } = useTranslation();
  const count = (hits: NoteHits): string => {
    const n = numberText(hits.total, i18n.language);
    const found = hits.isMore ? t('noteSearch.foundMore', { n }) : t('noteSearch.found', { count: hits.total, n });
    return hits.total > hits.hits.length ? t('noteSearch.shown', { found, shown: hits.hits.length }) : found;
  };
  const said = (): string => {
    if (error !== null) return t(`errors.${error.code}`);
    const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
    if (answer === null || letters < NOTE_SEARCH_MIN_LETTERS) return t('noteSearch.start');
    return answer.total === 0 ? t('noteSearch.none') : count(answer);
  };
  return (
    <p className="note-search-said" role="status" data-refused={error?.code === 'SEARCH_REFUSED'}>
      {said()}
    </p>
  );
}
