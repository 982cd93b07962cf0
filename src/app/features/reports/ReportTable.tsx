import { Table } from '@zendeskgarden/react-tables';
import { Fragment, useId } from 'react';
import { StyledCellName, StyledScroll, StyledTable } from './reportTableStyles';
import type { ReportPicture } from './picture/ReportPicture';

/**
 * The numbers of a report. On a narrow page each row stands by itself, with the name of each number before it; the roles are
 * written out, since a table whose rows are laid out otherwise is none any more for some screen readers.
 */
export function ReportTable({ picture }: { picture: ReportPicture }) {
  const { caption, columns, rows } = picture;
  const captionId = useId();
  const [, ...numbers] = columns;
  return (
    // Long tables scroll in place: with the keyboard too, so it has to take the focus.
    <StyledScroll role="region" aria-labelledby={captionId} tabIndex={0}>
      <StyledTable size="small" role="table">
        <Table.Caption id={captionId}>{caption}</Table.Caption>
        <Table.Head role="rowgroup">
          <Table.HeaderRow role="row">
            {columns.map((column) => (
              <Table.HeaderCell key={column} scope="col" role="columnheader">
                {column}
              </Table.HeaderCell>
            ))}
          </Table.HeaderRow>
        </Table.Head>
        <Table.Body role="rowgroup">
          {rows.map(({ key, cells: [name, ...values] }) => (
            <Table.Row key={key} role="row">
              <Table.HeaderCell scope="row" role="rowheader">
                {name}
              </Table.HeaderCell>
              {values.map((value, index) => (
                <Fragment key={numbers[index]}>
                  <Table.Cell role="cell">
                    <StyledCellName aria-hidden="true">{numbers[index]}</StyledCellName>
                    {value}
                  </Table.Cell>
                </Fragment>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </StyledTable>
    </StyledScroll>
  );
}
