import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callQuery } from '../../platform/query-client.ts';
import { today } from '../../platform/today.ts';
import { useTheyAreHere } from '../case-file/use-they-are-here.ts';
import { meetingOf, rememberHere } from './meeting-memory.ts';

/** Sitting down with somebody says that they are there: once a day, and undone as anything else. */
export function useHereOnOpening(caseId: string, onDone: (opId: string, text: string) => void): () => void {
  const { isSuccess } = useQuery(callQuery('appointment.list', { caseId }));
  const here = useTheyAreHere(caseId, onDone);
  useEffect(() => {
    const day = today();
    if (!isSuccess || meetingOf(caseId).hereOn === day) return;
    rememberHere(caseId, day);
    here?.run();
  }, [caseId, here, isSuccess]);
  return () => here?.run();
}
