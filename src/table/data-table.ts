/** A value as the reader sees it and as a program reads it. */
export interface Cell {
  readonly text: string;
  /** What CSV carries: a number untouched, text guarded there; null where nothing is defined. */
  readonly value: string | number | null;
}

/** A number whose text is made when it is asked for: CSV wants the value alone, of half a million cells. */
export class NumberCell implements Cell {
  readonly value: number;
  readonly #format: (value: number) => string;

  constructor(value: number, format: (value: number) => string) {
    this.value = value;
    this.#format = format;
  }

  get text(): string {
    return this.#format(this.value);
  }
}

/** A column by its heading. */
export interface Column {
  readonly label: string;
  /** Numbers are aligned to the end. */
  readonly numeric: boolean;
}

/** Every number of a chart, in rows; the first column names the row. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows there are in all, where only the first of them were asked for. */
  readonly rowCount?: number;
}
