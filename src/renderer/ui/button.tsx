import type { ComponentProps, ReactNode } from 'react';
import './button.css';
import { Kbd } from './kbd.tsx';

type NativeProps = Omit<ComponentProps<'button'>, 'className' | 'type'>;

export interface ButtonProps extends NativeProps {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly type?: 'button' | 'submit';
  /** The key that does the same, shown on the button. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function Button({ kind = 'plain', size = 'normal', shortcut, children, ...native }: ButtonProps) {
  return (
    <button type="button" {...native} className="button" data-kind={kind} data-size={size}>
      {children}
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </button>
  );
}

/** A button in a sentence. */
export function TextButton(props: NativeProps) {
  return <button type="button" {...props} className="text-button" />;
}
