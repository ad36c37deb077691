import { useTranslation } from 'react-i18next';
import { TO_BRING } from '../../../shared/domain/sheet/sheet.ts';
import type { SheetOptions as Options, ToBring } from '../../../shared/domain/sheet/sheet.schema.ts';
import { ChipSet } from '../../ui/chip-set.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface SheetOptionsProps {
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** What two people choose of a sheet; what is on it is what they decided. */
export function SheetOptions({ options, onChange }: SheetOptionsProps) {
  const { t } = useTranslation();
  const { isLarge, isReadTogether, bring, phone } = options;
  return (
    <>
      <fieldset className="chip-set sheet-ticks">
        <legend className="field-label">{t('sheet.form')}</legend>
        <label className="chip-choice">
          <input type="checkbox" checked={isLarge} onChange={() => onChange({ ...options, isLarge: !isLarge })} />
          <span>{t('sheet.large')}</span>
        </label>
        <label className="chip-choice">
          <input
            type="checkbox"
            checked={isReadTogether}
            onChange={() => onChange({ ...options, isReadTogether: !isReadTogether })}
          />
          <span>{t('sheet.readTogether')}</span>
        </label>
      </fieldset>
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {t('sheet.bring')}
        </span>
        <ChipSet<ToBring>
          label={t('sheet.bring')}
          choices={TO_BRING.map((value) => ({ value, label: t(`sheet.things.${value}`) }))}
          chosen={bring}
          onChange={(chosen) => onChange({ ...options, bring: TO_BRING.filter((each) => chosen.includes(each)) })}
        />
      </div>
      <TextField
        label={t('sheet.phone')}
        hint={t('sheet.phoneHint')}
        type="tel"
        value={phone}
        maxLength={30}
        isUnchecked
        onChange={({ target }) => onChange({ ...options, phone: target.value })}
      />
    </>
  );
}
