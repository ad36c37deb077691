import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { headingOf } from '../../../shared/domain/note/note-template.rules.ts';
import { NOTE_SECTIONS } from '../../../shared/domain/note/note.ts';
import { noteLength } from '../../../shared/domain/note/note.rules.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { draftVersionsOf } from './note.queries.ts';

interface DraftVersionsProps {
  readonly caseId: string;
  readonly onTakeBack: (body: DraftBody) => void;
}

/** The last versions of the note being written: to look at, and to take back (what is on screen becomes one of them). */
export function DraftVersions({ caseId, onTakeBack }: DraftVersionsProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setIsOpen(true)}>
        {t('note.versions.open')}
      </Button>
      <Dialog title={t('note.versions.title')} isOpen={isOpen} onClose={close}>
        <Versions
          caseId={caseId}
          onTakeBack={(body) => {
            close();
            onTakeBack(body);
          }}
        />
      </Dialog>
    </>
  );
}

function Versions({ caseId, onTakeBack }: DraftVersionsProps) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(draftVersionsOf(caseId));
  if (data === undefined && error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="quiet">{t('ui.searching')}</p>;
  if (data.length === 0) return <p className="quiet">{t('note.versions.none')}</p>;
  return (
    <ol className="draft-versions">
      {data.map(({ version, savedAt, body }, index) => (
        <li key={version}>
          <details open={index === 0}>
            <summary>
              {fullMomentText(savedAt, localZone(), i18n.language)}{' '}
              <span className="quiet">
                {t('note.versions.length', {
                  count: noteLength(body.sections),
                  n: numberText(noteLength(body.sections), i18n.language),
                })}
              </span>
            </summary>
            {NOTE_SECTIONS.filter((section) => body.sections[section].trim() !== '').map((section) => (
              <div key={section}>
                <h4 className="note-heading">{t(`note.sections.${headingOf(body.template, section)}`)}</h4>
                <p className="note-words">{body.sections[section]}</p>
              </div>
            ))}
            <div className="form-actions">
              <Button size="small" onClick={() => onTakeBack(body)}>
                {t('note.versions.takeBack')}
              </Button>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
