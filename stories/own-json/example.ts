/** What the page shows before anything is pasted: a query of a warehouse, with a total row that is left out. */
export const EXAMPLE = {
  chart: 'loyalty-ladder',
  preset: 'clickhouse-jsoncompact',
  map: `{
  "rung": "#stage",
  "count": "#members",
  "previous": "#last_quarter",
  "basis": "=at",
  "drop": {"rung": ["total"]}
}`,
  response: `{
  "meta": [
    {"name": "stage", "type": "String"},
    {"name": "members", "type": "UInt64"},
    {"name": "last_quarter", "type": "UInt64"}
  ],
  "data": [
    ["prospect", "120000", "118000"],
    ["customer", "26600", "25900"],
    ["client", "9800", "9950"],
    ["supporter", "3100", "2980"],
    ["advocate", "840", "790"],
    ["total", "160340", "157620"]
  ],
  "rows": 6
}`,
};
