import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../../dist/custom-elements.json';
import 'insight-elements/define';
import {asReader, defaultReader, readerToolbar} from './reader.js';
import {settled} from './settled.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: readerToolbar,
  initialGlobals: defaultReader,
  decorators: [asReader],
  // Runs before the one that judges accessibility: the last to be registered is the first to be called.
  afterEach: ({canvasElement}) => settled(canvasElement),
  parameters: {
    // A violation fails the story; `test/stories/` reads the outcome of every one.
    a11y: {test: 'error'},
    backgrounds: {disable: true},
    layout: 'padded',
  },
};

export default preview;
