// Drop-down lists in an Excel workbook: the library that writes it knows none, and lets others add to what it writes.
import type { Feature, SheetOptions } from 'write-excel-file/universal';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { DropDown } from './workbook/sheet.ts';

const SHEET = 'xl/worksheets/sheet{id}.xml';

/** Written for sheets whose options have `lists`. */
export const dropDowns: Feature<Blob> = {
  files: {
    transform: {
      [SHEET]: {
        transform(xml, options: SheetOptions<Blob> & { readonly lists?: readonly DropDown[] }) {
          const { lists = [] } = options;
          if (lists.length === 0) return xml;
          const markup = `<dataValidations count="${lists.length}">${lists.map(validation).join('')}</dataValidations>`;
          return insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            markup,
            getOrderOfSiblings(SHEET, 'worksheet')!,
            'worksheet',
          );
        },
      },
    },
  },
};

function validation({ cells, formula, isAll }: DropDown): string {
  const warns = isAll ? ' errorStyle="warning" showErrorMessage="1"' : '';
  const from = `<formula1>${sanitizeTextContent(formula)}</formula1>`;
  return `<dataValidation type="list" allowBlank="1"${warns} sqref="${cells}">${from}</dataValidation>`;
}
