import styled from 'styled-components';
import type { SetupCheck } from '../../../contract/setupCheck';
import type { Verdict } from '../../../domain/setup/steps';
import { FindingItem } from './FindingItem';

type FindingListProps = { findings: SetupCheck['findings']; accountAddress: string | undefined };

/** What has to be seen to stands first; else the order is that of the steps. */
const RANKS: Readonly<Record<Verdict, number>> = { problem: 0, note: 1, skipped: 2, mended: 3, good: 4 };

const StyledList = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** Every finding of one system. */
export function FindingList({ findings, accountAddress }: FindingListProps) {
  const sorted = [...findings].sort((one, other) => RANKS[one.verdict] - RANKS[other.verdict]);
  return (
    <StyledList>
      {sorted.map((finding, index) => (
        <FindingItem key={index} finding={finding} accountAddress={accountAddress} />
      ))}
    </StyledList>
  );
}
