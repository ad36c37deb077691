import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { useSearchGuard } from '../../features/guard/use-search-guard.ts';
import { answering, sectionsOf } from '../../features/palette/palette-entry.ts';
import { Palette } from '../../features/palette/palette.tsx';
import { type FrameActs, usePaletteActions } from './palette-actions.ts';
import { type Contacted, usePalettePeople } from './palette-people.ts';
import { usePaletteViews } from './palette-views.ts';

interface CommandPaletteProps {
  readonly role: AccountRole;
  readonly acts: FrameActs;
  readonly onContact: (person: Contacted) => void;
  readonly onClose: () => void;
  /** Closes it, puts the focus back where it was, then does the thing. */
  readonly onChoose: (run: () => void) => void;
}

/** People, screens, actions and settings, by a few letters. It is made when it opens: nothing typed outlives it. */
export function CommandPalette({ role, acts, onContact, onClose, onChoose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { isRefused } = useSearchGuard(text);
  const people = usePalettePeople(role, onContact);
  const actions = usePaletteActions(role, acts, people.nameOf);
  const views = usePaletteViews(role);
  const isAsking = text.trim() !== '';
  const answers = isAsking ? answering([...actions, ...views], text) : actions.map((entry) => ({ entry, rank: 0 }));
  const sections = isRefused ? [] : sectionsOf([...people.answering(text), ...answers]);
  return (
    <Palette
      isOpen
      text={text}
      onText={setText}
      sections={sections}
      refusal={isRefused ? t('errors.SEARCH_REFUSED') : null}
      onClose={onClose}
      onChoose={onChoose}
    />
  );
}
