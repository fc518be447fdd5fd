/**
 * A value that nobody can change, itself and all that it holds. Numbers are frozen when they are handed out, not when
 * they are measured: a band of thousands of days is drawn long before a page asks for them, mostly it never does.
 */
export function deeplyFrozen<Value>(value: Value): Value {
  // Typed arrays cannot be frozen.
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) value.forEach(deeplyFrozen);
  // Objects by key: lists of values would be thrown away ten thousand times.
  else
    for (const key of Object.keys(value) as (keyof Value)[]) {
      const part = value[key];
      if (typeof part === 'object') deeplyFrozen(part);
    }
  return Object.freeze(value);
}
