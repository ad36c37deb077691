import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inTemplate } from '../../../shared/domain/note/note-template.rules.ts';
import type { Draft, DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { NOT_HELD_BY, NOTE_TEMPLATES, type NoteTemplate } from '../../../shared/domain/note/note.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { TextButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';

interface NoteTemplateChoiceProps {
  readonly body: DraftBody;
  readonly draft: Pick<Draft, 'filledIn' | 'proposed'>;
  readonly onWrite: (body: DraftBody) => void;
}

const UNSAID = 'unsaid';
const SIDES = [UNSAID, ...NOT_HELD_BY] as const;

/** What the note is of. Another template changes the headings and what was filled in: nothing that was typed. */
export function NoteTemplateChoice({ body, draft, onWrite }: NoteTemplateChoiceProps) {
  const { t } = useTranslation();
  /** Told once: whoever chose another one knows what the note is of. */
  const [isChosen, setIsChosen] = useState(false);
  const choose = (template: NoteTemplate): void => {
    setIsChosen(true);
    if (template !== body.template) onWrite(inTemplate(body, template, draft.filledIn));
  };
  useShortcuts({
    title: t('note.keys.templates'),
    place: 2,
    shortcuts: NOTE_TEMPLATES.map((template, index) => ({
      keys: [String(index + 1)],
      shown: ['Alt', String(index + 1)],
      alt: true,
      inFields: true,
      label: t(`note.templates.${template}`),
      run: () => choose(template),
      fromPalette: null,
    })),
  });
  const isOffered = !isChosen && body.corrects === null && draft.proposed !== body.template;
  return (
    <>
      <label className="field note-template">
        <span className="field-label">{t('note.template')}</span>
        <select
          className="field-input"
          value={body.template}
          onChange={(event) => choose(event.currentTarget.value as NoteTemplate)}
        >
          {NOTE_TEMPLATES.map((template) => (
            <option key={template} value={template}>
              {t(`note.templates.${template}`)}
            </option>
          ))}
        </select>
      </label>
      {isOffered ? (
        <p className="note-proposed">
          {t('note.proposed')}{' '}
          <TextButton onClick={() => choose(draft.proposed)}>{t(`note.templates.${draft.proposed}`)}</TextButton>
        </p>
      ) : null}
      {body.template === 'not-held' ? (
        <Segmented
          label={t('note.notHeldBy')}
          choices={SIDES.map((value) => ({ value, label: t(`note.notHeld.${value}`) }))}
          chosen={body.notHeld ?? UNSAID}
          onChoose={(by) => onWrite({ ...body, notHeld: by === UNSAID ? null : by })}
        />
      ) : null}
    </>
  );
}
