import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Precaution } from '../../../shared/domain/case-file/case-file.schema.ts';
import { HANDING_WAYS } from '../../../shared/domain/sheet/sheet.ts';
import type { HandingWay, KeptSheet } from '../../../shared/domain/sheet/sheet.schema.ts';
import { onDayText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import './sheet.css';

/** What a precaution of the person leaves out. */
const FORBIDS: Readonly<Partial<Record<Precaution, HandingWay>>> = {
  'no-post': 'post',
  'no-email': 'email',
  'nothing-to-take-home': 'in-person',
};
const LAST_SHOWN = 3;

interface KeptSheetsProps {
  readonly caseId: string;
  readonly sheets: readonly KeptSheet[];
  readonly precautions: readonly Precaution[];
  /** The two are not in the same room: it is likely read to them. */
  readonly isApart: boolean;
  readonly onPrint: (sheet: KeptSheet) => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** The sheets that wait to be handed over, and how the last ones were. */
export function KeptSheets({ caseId, sheets, precautions, isApart, onPrint, onDone }: KeptSheetsProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const waiting = sheets.filter(({ handed }) => handed === null);
  const gone = sheets.filter(({ handed }) => handed !== null).slice(0, LAST_SHOWN);
  if (waiting.length === 0 && gone.length === 0) return null;
  return (
    <section className="kept-sheets" aria-labelledby="kept-sheets-title">
      <h3 id="kept-sheets-title">{t('sheet.kept')}</h3>
      <ul>
        {waiting.map((sheet) => (
          <WaitingSheet
            key={sheet.id}
            {...{ caseId, sheet, precautions, isApart, onDone }}
            day={onDayText(sheet.on, today, i18n.language)}
            onPrint={() => onPrint(sheet)}
          />
        ))}
        {gone.map(({ id, on, handed }) =>
          handed === null ? null : (
            <li key={id} className="quiet">
              {t('sheet.handed', {
                day: onDayText(on, today, i18n.language),
                way: t(`sheet.ways.${handed.way}`),
                on: onDayText(handed.on, today, i18n.language),
              })}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

interface WaitingSheetProps extends Pick<KeptSheetsProps, 'caseId' | 'precautions' | 'isApart' | 'onDone'> {
  readonly sheet: KeptSheet;
  readonly day: string;
  readonly onPrint: () => void;
}

function WaitingSheet({ caseId, sheet, day, precautions, isApart, onPrint, onDone }: WaitingSheetProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [isSaying, setIsSaying] = useState(false);
  const left = new Set(precautions.map((precaution) => FORBIDS[precaution]));
  const ways = HANDING_WAYS.filter((way) => !left.has(way));
  const [way, setWay] = useState<HandingWay>(isApart ? 'read-aloud' : (ways[0] ?? 'no-longer-useful'));
  const [on, setOn] = useState<string>(today);
  const say = async (): Promise<void> => {
    try {
      const { opId } = await commit('sheet.handOver', {
        caseId,
        sheetId: sheet.id,
        way,
        on,
        baseRevision: sheet.revision,
      });
      onDone(opId, t('sheet.handedNow', { way: t(`sheet.ways.${way}`) }));
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  return (
    <li className="kept-sheet">
      <div className="kept-sheet-line">
        <span>{t('sheet.waiting', { day })}</span>
        <Button size="small" aria-label={t('sheet.ofDay', { act: t('sheet.print'), day })} onClick={onPrint}>
          {t('sheet.print')}
        </Button>
        <Button
          size="small"
          aria-label={t('sheet.ofDay', { act: t('sheet.handOver'), day })}
          aria-expanded={isSaying}
          onClick={() => setIsSaying(!isSaying)}
        >
          {t('sheet.handOver')}
        </Button>
      </div>
      {isSaying ? (
        <form
          className="form kept-sheet-form"
          onSubmit={(event) => {
            event.preventDefault();
            void say();
          }}
        >
          <Segmented
            label={t('sheet.how')}
            choices={ways.map((value) => ({ value, label: t(`sheet.ways.${value}`) }))}
            chosen={way}
            onChoose={setWay}
          />
          {left.size === 0 ? null : <p className="quiet">{t('sheet.waysLeftOut')}</p>}
          <div className="kept-sheet-line">
            <TextField
              label={t('sheet.on')}
              type="date"
              value={on}
              max={today}
              required
              onChange={({ target }) => setOn(target.value)}
            />
            <Button type="submit">{t('sheet.note')}</Button>
          </div>
        </form>
      ) : null}
    </li>
  );
}
