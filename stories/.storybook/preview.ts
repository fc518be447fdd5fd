import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../../dist/custom-elements.json';
import 'insight-elements/define';
import {asReader, defaultReader, readerToolbar} from './reader.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: readerToolbar,
  initialGlobals: defaultReader,
  decorators: [asReader],
  parameters: {
    // A violation fails the story; `test/stories/` reads the outcome of every one.
    a11y: {test: 'error'},
    backgrounds: {disable: true},
    layout: 'padded',
  },
};

export default preview;
