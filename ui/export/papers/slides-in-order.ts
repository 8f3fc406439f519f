// Slides as the format's schema has them (ECMA-376 part 1, 19.2.1.26 and 21.2): the library puts some elements where a strict reader does not expect them.

import { LIST, mendParts, type Mend } from './mend-parts.ts';

export const inOrder = (deck: Uint8Array): Promise<Uint8Array> => mendParts(deck, mendOf);

function mendOf(name: string, names: ReadonlySet<string>): Mend | undefined {
  if (name === LIST) return withoutMissing(names);
  if (name === 'ppt/presentation.xml') return notesMasterFirst;
  return /^ppt\/charts\/chart\d+\.xml$/.test(name) ? (xml) => skipBeforeLevels(twoAxes(linesAsLines(xml))) : undefined;
}

/** It names parts that it never writes. */
const withoutMissing =
  (there: ReadonlySet<string>): Mend =>
  (xml) =>
    xml.replace(/<Override[^>]*PartName="\/([^"]+)"[^>]*\/>/g, (tag, name) => (there.has(name) ? tag : ''));

const notesMasterFirst: Mend = (xml) =>
  xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1');

/** A line chart says how its lines are grouped, and a line has marks before labels and nothing to invert. */
const linesAsLines: Mend = (xml) =>
  xml.replace(/<c:lineChart>.*?<\/c:lineChart>/s, (chart) =>
    chart
      .replace(/<c:lineChart>(?!<c:grouping)/, '<c:lineChart><c:grouping val="standard"/>')
      .replace(/\s*<c:invertIfNegative val="\d"\/>/g, '')
      .replace(/(<c:dLbls>(?:(?!<\/c:ser>).)*?<\/c:dLbls>)(<c:marker>(?:(?!<\/c:ser>).)*?<\/c:marker>)/gs, '$2$1'),
  );

/** The third axis it names is in no chart of two dimensions. */
const twoAxes: Mend = (xml) =>
  xml.replace(/((?:<c:axId val="\d+"\/>\s*){2})(?:<c:axId val="\d+"\/>\s*)+(<\/c:(?:bar|line)Chart>)/g, '$1$2');

const skipBeforeLevels: Mend = (xml) =>
  xml.replace(/(<c:noMultiLvlLbl val="\d"\/>)\s*(<c:tickLblSkip val="\d+"\/>)/g, '$2$1');
