import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Changing it gives the content another chance. */
  readonly resetKey: string;
  readonly fallback: (reset: () => void) => ReactNode;
}

/** A bug in one screen leaves the rest of the window usable. */
export class ErrorBoundary extends Component<Props, { failedFor: string | null }> {
  override state: { failedFor: string | null } = { failedFor: null };

  override componentDidCatch(): void {
    this.setState({ failedFor: this.props.resetKey });
  }

  static getDerivedStateFromError(): { failedFor: string | null } {
    return { failedFor: '' };
  }

  override render(): ReactNode {
    const { failedFor } = this.state;
    if (failedFor !== null && (failedFor === '' || failedFor === this.props.resetKey)) {
      return this.props.fallback(() => this.setState({ failedFor: null }));
    }
    return this.props.children;
  }
}
