import { useTranslation } from 'react-i18next';
import { SearchMark } from '../../features/palette/palette.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const LETTER = 'K';

/** Looks like the field it opens. */
export function PaletteButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="palette-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={onOpen}
    >
      <SearchMark />
      <span className="palette-button-text">{t('palette.placeholder')}</span>
      <span className="palette-button-keys">
        <Kbd>{t('palette.keys.ctrl')}</Kbd>
        <Kbd>{LETTER}</Kbd>
      </span>
    </button>
  );
}
