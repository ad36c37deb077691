import { type ReactNode, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessStatus, Account } from '../../../shared/domain/access/access.schema.ts';
import type { WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { useLock } from '../../features/access/access.queries.ts';
import { useTakeBackup } from '../../features/backup/backup.queries.ts';
import { useCaseFileEvents } from '../../features/case-file/case-file.queries.ts';
import { useImportEvents } from '../../features/dataset/dataset.queries.ts';
import { DropTarget } from '../../features/dataset/drop-target.tsx';
import { asApiError } from '../../platform/api.ts';
import { currentLocation, go, type ScreenName, step } from '../../platform/location.ts';
import { leaveField } from '../../platform/leave-field.ts';
import { LiveRegion } from '../../platform/live-region.tsx';
import { listenToKeys, useShortcuts } from '../../platform/shortcuts.ts';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { hideToast, showToast, Toast } from '../../ui/toast.tsx';
import { AlterationLine } from './alteration-line.tsx';
import { CommandPalette } from './command-palette.tsx';
import { FirstSteps } from './first-steps.tsx';
import { FrameDialogs } from './frame-dialogs.tsx';
import './frame.css';
import { KeptFormLines, KeptNoteLine } from './kept-note-line.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Rail } from './rail.tsx';
import { StandInLine } from './stand-in-line.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameLayers } from './use-frame-layers.ts';

const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;

/** A step in the history, once what was being typed is kept. */
function walk(direction: -1 | 1): void {
  leaveField();
  step(direction);
}

function useMouseHistory(): void {
  useEffect(() => {
    const onMouseUp = ({ button }: MouseEvent): void => {
      // As with the keys: what is open is answered first.
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (button === MOUSE_BACK) walk(-1);
      if (button === MOUSE_FORWARD) walk(1);
    };
    window.addEventListener('mouseup', onMouseUp);
    return () => window.removeEventListener('mouseup', onMouseUp);
  }, []);
}

interface FrameProps {
  readonly status: WorkspaceStatus;
  readonly access: AccessStatus;
  /** Who is at the keyboard. */
  readonly account: Account;
  readonly screen: ScreenName;
  readonly children: ReactNode;
}

/** What stays around every screen: rail, top bar, status line, keys, drops. */
export function Frame({ status, access, account, screen, children }: FrameProps) {
  const { t } = useTranslation();
  const lock = useLock();
  const layers = useFrameLayers();
  const title = t(`screens.${screen}`);
  const { mutate: take } = useTakeBackup();
  const takeBackup = (): void =>
    take(undefined, {
      onSuccess: () => showToast(t('palette.backupDone')),
      onError: (error) => showToast(t(`errorTitles.${asApiError(error).code}`)),
    });

  useMouseHistory();
  const onImported = useCallback(() => {
    // On the screen of the data, the data that are ready open by themselves.
    if (currentLocation().screen === 'data') return;
    showToast(t('data.ready'), { label: t('data.goThere'), run: () => go({ screen: 'data' }) });
  }, [t]);
  useImportEvents(onImported);
  useCaseFileEvents();
  useEffect(listenToKeys, []);
  // What was just said may be about somebody: it goes with whoever leaves.
  useEffect(() => hideToast, []);
  useEffect(() => {
    // The name of a screen, never of a person: titles of windows are seen from far and kept by the system.
    document.title = t('frame.windowTitle', { screen: title });
  }, [t, title]);
  useShortcuts({
    title: t('keys.everywhere'),
    place: 9,
    shortcuts: [
      { keys: ['?'], label: t('keys.help'), run: () => layers.open('keys') },
      {
        keys: ['k'],
        shown: ['Ctrl', 'K'],
        ctrl: true,
        label: t('palette.title'),
        inFields: true,
        run: layers.openPalette,
      },
      {
        keys: ['ArrowLeft'],
        shown: ['Alt', '←'],
        alt: true,
        label: t('keys.back'),
        inFields: true,
        run: () => walk(-1),
      },
      {
        keys: ['ArrowRight'],
        shown: ['Alt', '→'],
        alt: true,
        label: t('keys.forward'),
        inFields: true,
        run: () => walk(1),
      },
      {
        keys: ['l'],
        shown: ['Ctrl', 'L'],
        ctrl: true,
        label: t('keys.lock'),
        inFields: true,
        inLayers: true,
        run: () => lock.mutate(),
      },
    ],
  });
  const onFolderOffered = useCallback(() => {
    if (currentLocation().screen !== 'data') go({ screen: 'data' });
  }, []);

  return (
    <div className="frame" data-covered={layers.layer === null ? undefined : true}>
      <a className="skip-link button" href="#main" onClick={(event) => skipToMain(event)}>
        {t('frame.skip')}
      </a>
      <Rail screen={screen} role={account.role} />
      <TopBar
        status={status}
        access={access}
        account={account}
        screen={screen}
        onLock={() => lock.mutate()}
        onPalette={layers.openPalette}
      />
      <div className="frame-lines">
        <StandInLine current={status.current} />
        {account.role === 'advisor' ? <AlterationLine /> : null}
        {account.role === 'advisor' && isWhereOneBegins(screen) ? (
          <>
            <KeptNoteLine accountId={account.id} />
            <KeptFormLines />
          </>
        ) : null}
      </div>
      <ScrollPane key={screen} label={title}>
        {children}
      </ScrollPane>
      <StatusLine manifest={status.manifest} screen={screen} />
      <KeysDialog isOpen={layers.layer === 'keys'} onClose={layers.close} />
      {layers.layer === 'palette' ? (
        <CommandPalette
          role={account.role}
          acts={{
            createFile: () => layers.open('create'),
            visit: () => layers.open('visit'),
            lock: () => lock.mutate(),
            takeBackup,
            showKeys: () => layers.open('keys'),
            showFirstSteps: () => layers.open('firstSteps'),
          }}
          onContact={layers.contact}
          onClose={layers.closePalette}
          onChoose={layers.choose}
        />
      ) : null}
      {account.role === 'advisor' ? (
        <FrameDialogs layer={layers.layer} contacted={layers.contacted} onClose={layers.close} />
      ) : null}
      <FirstSteps
        access={access}
        account={account}
        isAsked={layers.layer === 'firstSteps'}
        isWaiting={layers.layer === 'create'}
        onClose={layers.close}
        onCreateFile={() => layers.open('create')}
      />
      <DropTarget onOffered={onFolderOffered} />
      <Toast />
      <LiveRegion />
    </div>
  );
}

/** The screens from which one chooses what to do: what was begun is told there. */
function isWhereOneBegins(screen: ScreenName): boolean {
  return screen === 'day' || screen === 'portfolio';
}

function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
