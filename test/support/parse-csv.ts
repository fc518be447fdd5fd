/**
 * CSV by RFC 4180: a field at a time, with a pattern written for the tests, so that it shares no idea with the writer.
 * Throws where the text is none.
 */
export function parseCsv(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error('not CSV');
    const [, quoted, plain, end] = found;
    record.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length) throw new Error('the last record has no end');
  return records;
}
