import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { READING_BY } from '../../../shared/domain/reading/reading.ts';
import type { Reading, ReadingBy } from '../../../shared/domain/reading/reading.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import './reading.css';
import { ReadingField } from './reading-field.tsx';
import { readingsOf } from './reading.queries.ts';

interface ReadingsProps {
  readonly caseId: string;
  /** Whose words each one is. */
  readonly names: Readonly<Record<ReadingBy, string>>;
  readonly onDone: (opId: string | readonly string[], text: string) => void;
}

/** What each of the two says of the situation, in their own words: the person first. */
export function Readings({ caseId, names, onDone }: ReadingsProps) {
  const { t } = useTranslation();
  const today = useToday();
  const { data, error, refetch } = useQuery(readingsOf(caseId));
  const said = data?.filter(({ text }) => text !== '') ?? [];
  const older = said.filter(({ on }) => on < today);
  const fail = (failure: unknown): void => showToast(t(`errors.${asApiError(failure).code}`));
  /** The revision that each reading has by now, before the page has asked again. */
  const made = useRef<Partial<Record<ReadingBy, number>>>({});
  const write = async (by: ReadingBy, text: string): Promise<string> => {
    const shown = data?.find((reading) => reading.by === by)?.revision ?? 0;
    const baseRevision = Math.max(shown, made.current[by] ?? 0);
    const { opId, revision } = await commit('reading.say', { caseId, by, text, baseRevision });
    made.current = { ...made.current, [by]: revision };
    return opId;
  };
  const say = async (by: ReadingBy, text: string): Promise<boolean> => {
    try {
      const opId = await write(by, text);
      onDone(opId, t(text === '' ? 'reading.takenAway' : 'reading.kept', { who: t(`reading.whose.${by}`) }));
      return true;
    } catch (failure) {
      fail(failure);
      return false;
    }
  };
  /** On its way: the key pressed twice is one answer. */
  const isAsked = useRef(false);
  const sayAgain = async (readings: readonly Reading[]): Promise<void> => {
    if (readings.length === 0 || isAsked.current) return;
    isAsked.current = true;
    const opIds: string[] = [];
    try {
      for (const { by, text } of readings) opIds.push(await write(by, text));
    } catch (failure) {
      fail(failure);
    } finally {
      isAsked.current = false;
    }
    if (opIds.length > 0) onDone(opIds, t('reading.stillDone'));
  };
  useShortcuts({
    title: t('reading.title'),
    place: 2,
    shortcuts: older.length === 0 ? [] : [{ keys: ['v'], label: t('reading.still'), run: () => void sayAgain(older) }],
  });
  if (data === undefined) return error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="readings">
      {READING_BY.map((by) => {
        const reading = said.find((each) => each.by === by) ?? null;
        return (
          <ReadingField
            key={by}
            label={t('reading.of', { name: names[by] })}
            reading={reading}
            onKeep={(text) => say(by, text)}
          />
        );
      })}
      {older.length === 0 ? null : (
        <div>
          <Button shortcut="V" onClick={() => void sayAgain(older)}>
            {t('reading.still')}
          </Button>
        </div>
      )}
    </div>
  );
}
