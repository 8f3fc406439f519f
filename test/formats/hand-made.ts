// Workbooks written by hand, as no spreadsheet program would write them.
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A filled one. */
export const cell = (name: string) => `<c r="${name}" t="inlineStr"><is><t>here</t></is></c>`;
const ours = 'http://schemas.openxmlformats.org';
/** With the sheet Needs of these rows; `parts` are more of the file, or others instead. */
export function workbook(rows: string, parts: Zippable = {}): Uint8Array<ArrayBuffer> {
  const of = (type: string, target: string) =>
    `<Relationships xmlns="${ours}/package/2006/relationships"><Relationship Id="rId1" Type="${ours}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${ours}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(of('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${ours}/spreadsheetml/2006/main" xmlns:r="${ours}/officeDocument/2006/relationships"><sheets><sheet name="Needs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(of('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${ours}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...parts,
  }) as Uint8Array<ArrayBuffer>;
}
