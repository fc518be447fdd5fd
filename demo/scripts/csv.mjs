/**
 * Reads a comma-separated table whose first line names the columns. A field may stand in double quotes (a doubled quote
 * inside is one quote); a line break inside a field is not supported.
 * @param {string} text the whole file
 * @returns {Record<string, string>[]} one object per line, every value as text
 * @throws {Error} on a line that has another number of fields than the header, or a stray quote
 */
export function readCsv(text) {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const columns = fieldsOf(header ?? '', 1);
  return lines.map((line, index) => {
    const fields = fieldsOf(line, index + 2);
    if (fields.length !== columns.length) {
      throw new Error(`line ${index + 2}: expected ${columns.length} fields, got ${fields.length}`);
    }
    return Object.fromEntries(columns.map((column, position) => [column, fields[position]]));
  });
}

function fieldsOf(line, lineNumber) {
  if (!line.includes('"')) return line.split(',');
  const fields = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (let separator = ','; separator === ',';) {
    const match = field.exec(line);
    if (!match) throw new Error(`line ${lineNumber}: stray quote`);
    fields.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    separator = match[3];
  }
  return fields;
}
