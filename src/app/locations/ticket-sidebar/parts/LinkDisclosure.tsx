import { Skeleton } from '@zendeskgarden/react-loaders';
import type { ComponentProps } from 'react';
import { Disclosure } from '../../../shared/disclosure/Disclosure';
import { useI18n } from '../../../shared/i18n/useI18n';
import { lazyPart } from '../../../shared/lazy-part/lazyPart';
import { FurtherPart } from './FurtherPart';

const LinkPart = lazyPart(
  async () => (await import(/* webpackChunkName: "link" */ './LinkPart')).LinkPart,
  <Skeleton height="20px" />,
);

/** The way to link an account, open at once where there are several to choose from. */
export function LinkDisclosure(props: ComponentProps<typeof LinkPart>) {
  const { t } = useI18n();
  return (
    <Disclosure heading={t('further.link')} isOpenAtFirst={props.isSearchedAtOnce}>
      {() => (
        <FurtherPart>
          <LinkPart {...props} />
        </FurtherPart>
      )}
    </Disclosure>
  );
}
