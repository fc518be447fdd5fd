import type {Preset} from '../reading.js';

/** Google Sheets API `spreadsheets.values.get`: the first row is the header. */
export const preset: Preset = {
  map: {columns: 'values/0/{#}', field: 'values/{i}/#', skip: 1},
  notes:
    'Values are formatted text unless valueRenderOption says otherwise; trailing empty cells are left out; a date that is a number is a serial: declare dates "serial". A hand-made total row: drop {"rung": ["Total"]}.',
};
