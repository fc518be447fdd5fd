import type {Preset} from './reading.js';

const presets = new Map<string, Preset>();

/** Makes a preset known by name, for `preset="…"` and `readRows`. A later one of the same name takes its place. */
export function registerPreset(name: string, preset: Preset): void {
  presets.set(name, preset);
}

/** A preset that is registered or was loaded. */
export const presetNamed = (name: string): Preset | undefined => presets.get(name);

export const registeredNames = (): readonly string[] => [...presets.keys()];
