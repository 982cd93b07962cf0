import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

/**
 * A component whose file is loaded when it is first shown, with `fallback` in its place until then. A file that cannot be
 * had throws into the nearest boundary, and is asked for anew when the part is mounted again: `React.lazy` would keep the
 * failure for as long as the page stands.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode,
): (props: Props) => ReactNode {
  let known: ComponentType<Props> | undefined;
  return function LazyPart(props: Props) {
    const [loaded, setLoaded] = useState<{ Part?: ComponentType<Props>; failure?: unknown }>({ Part: known });
    const { Part } = loaded;
    useEffect(() => {
      if (known) return undefined;
      let isGone = false;
      load().then(
        (Loaded) => {
          known = Loaded;
          if (!isGone) setLoaded({ Part: Loaded });
        },
        (failure: unknown) => isGone || setLoaded({ failure }),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if ('failure' in loaded) throw loaded.failure;
    return Part ? <Part {...props} /> : fallback;
  };
}
