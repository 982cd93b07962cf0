import { Skeleton } from '@zendeskgarden/react-loaders';
import type { ReactNode } from 'react';
import { ErrorBoundary } from '../../../shared/error-boundary/ErrorBoundary';
import { MoreI18nProvider } from '../../../shared/i18n/moreI18n';
import { BrokenView } from '../../BrokenView';

/** A part that is loaded when it is first needed, with the words that it speaks. A defect in it leaves the others alone. */
export function FurtherPart({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary fallback={(again) => <BrokenView onAgain={again} />}>
      <MoreI18nProvider fallback={<Skeleton height="20px" />}>{children}</MoreI18nProvider>
    </ErrorBoundary>
  );
}
