import { Component } from 'react';
import type { ReactNode } from 'react';

type ErrorBoundaryProps = {
  /** What is shown instead of a tree that broke; `again` mounts the tree anew. */
  fallback: (again: () => void) => ReactNode;
  children: ReactNode;
};

/** Keeps a defect in one screen from leaving an empty frame. React offers this only to classes. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken
      ? this.props.fallback(() => this.setState({ isBroken: false }))
      : this.props.children;
  }
}
