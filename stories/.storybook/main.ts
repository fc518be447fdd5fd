import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // Its own: the one of the project has its root in demo/.
    options: {builder: {viteConfigPath: 'stories/.storybook/vite.config.js'}},
  },
  staticDirs: [{from: '../../demo/data', to: '/data'}],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
