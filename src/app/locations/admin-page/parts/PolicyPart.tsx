import { readPolicy } from '../../../api/admin/readPolicy';
import { Policy } from '../../../features/policy/Policy';
import type { AdminOutside } from '../AdminOutside';

/** The policy with its call. */
export function PolicyPart({ outside: { bridge } }: { outside: AdminOutside }) {
  return <Policy readPolicy={() => readPolicy(bridge)} />;
}
