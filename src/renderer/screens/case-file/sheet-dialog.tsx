import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { Paper } from '../../../shared/domain/paper/paper.schema.ts';
import type { SheetOptions as Options } from '../../../shared/domain/sheet/sheet.schema.ts';
import { type LeavingPaper, PaperOut } from '../../features/paper/paper-out.tsx';
import { PaperPhoto } from '../../features/paper/paper-photo.tsx';
import { PaperPreview } from '../../features/paper/paper-preview.tsx';
import { KeptSheets } from '../../features/sheet/kept-sheets.tsx';
import { SheetOptions } from '../../features/sheet/sheet-options.tsx';
import { type SheetWay, sheetWays } from '../../features/sheet/sheet-ways.ts';
import { keptSheetsOf, phonePreference, sheetOf } from '../../features/sheet/sheet.queries.ts';
import { asApiError, call } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { LeavingFile } from './use-leaving.ts';

interface SheetDialogProps {
  readonly file: CaseFile;
  readonly isOpen: boolean;
  readonly leaving: LeavingFile;
  /** By telephone or in a video call nobody takes the sheet with them: it is kept, and it is said how it reached them. */
  readonly isApart: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** "Votre fiche": read before it leaves, then printed, saved, photographed, or kept to be handed over. */
export function SheetDialog({ isOpen, ...sheet }: SheetDialogProps) {
  const { t } = useTranslation();
  const phone = useQuery(phonePreference).data;
  return (
    <Dialog title={t('sheet.title')} isOpen={isOpen} onClose={sheet.onClose} focus="content" isWide>
      {phone === undefined ? (
        <Skeleton width="60%" />
      ) : (
        <Sheet {...sheet} phone={typeof phone.value === 'string' ? phone.value : ''} />
      )}
    </Dialog>
  );
}

function Sheet({
  file,
  leaving,
  isApart,
  phone,
  onClose,
  onDone,
}: Omit<SheetDialogProps, 'isOpen'> & { readonly phone: string }) {
  const { t } = useTranslation();
  const { id: caseId, facts } = file;
  const client = useQueryClient();
  const [options, setOptions] = useState<Options>(() => ({
    isLarge: valueOf(facts, 'understanding')?.includes('large-print') === true,
    isReadTogether: false,
    bring: [],
    phone,
  }));
  const { data: paper, error, refetch } = useQuery(sheetOf(caseId, options));
  const kept = useQuery(keptSheetsOf(caseId)).data ?? [];
  const [out, setOut] = useState<LeavingPaper | null>(null);
  const [photographed, setPhotographed] = useState<Paper | null>(null);
  const isClosed = file.closedOn !== null;
  const first = useRef<HTMLButtonElement>(null);
  const isReady = paper !== undefined;
  useEffect(() => {
    if (isReady) first.current?.focus();
  }, [isReady]);

  const rememberPhone = (): void => {
    if (options.phone === phone) return;
    client.setQueryData(phonePreference.queryKey, { value: options.phone });
    call('preference.set', { name: 'sheet.phone', value: options.phone }).catch(() => undefined);
  };
  const leave = (medium: LeavingPaper['medium'], sheet: Paper, isLarge: boolean): void => {
    rememberPhone();
    leaving.ask('sheet', () => setOut({ caseId, kind: 'sheet', paper: sheet, isLarge, medium }));
  };
  const photograph = (sheet: Paper): void => {
    rememberPhone();
    leaving.ask('sheet', () => {
      call('caseFile.recordLeaving', { caseId, paper: 'sheet', medium: 'screen' }).then(
        () => setPhotographed(sheet),
        (failure: unknown) => showToast(t(`errors.${asApiError(failure).code}`)),
      );
    });
  };
  const keep = async (): Promise<void> => {
    rememberPhone();
    try {
      const { opId } = await commit('sheet.keep', { caseId, ...options });
      onClose();
      onDone(opId, t('sheet.keptNow'));
    } catch (failure) {
      showToast(t(`errors.${asApiError(failure).code}`));
    }
  };
  const onEnd = useCallback(
    (isDone: boolean) => {
      setOut(null);
      if (isDone) onClose();
    },
    [onClose],
  );

  const acts: Readonly<Record<SheetWay, (sheet: Paper) => void>> = {
    print: (sheet) => leave('paper', sheet, options.isLarge),
    pdf: (sheet) => leave('pdf', sheet, options.isLarge),
    photograph,
    keep: () => void keep(),
  };

  return (
    <div className="sheet-dialog">
      <div className="sheet-choices">
        <KeptSheets
          {...{ caseId, onDone }}
          sheets={kept}
          precautions={leaving.precautions}
          isApart={isApart}
          onPrint={(sheet) => leave('paper', sheet.paper, sheet.isLarge)}
        />
        <SheetOptions options={options} onChange={setOptions} />
        <div className="sheet-acts">
          {sheetWays({ isApart, isClosed }).map((way, index) => (
            <Button
              key={way}
              {...(index === 0 ? { kind: 'primary', ref: first, 'data-autofocus': true } : {})}
              disabled={!isReady}
              onClick={() => paper && acts[way](paper)}
            >
              {t(`sheet.${way}`)}
            </Button>
          ))}
        </div>
        <p className="field-hint">{t(isApart ? 'sheet.apartHint' : 'sheet.hint')}</p>
      </div>
      {error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {error === null && paper !== undefined ? <PaperPreview paper={paper} isLarge={options.isLarge} /> : null}
      <PaperOut leaving={out} onEnd={onEnd} />
      {photographed === null ? null : <PaperPhoto paper={photographed} onClose={() => setPhotographed(null)} />}
    </div>
  );
}
