import { defineConfig } from 'vite';
import { iconSpritePlugin } from './tools/icon-sprite';

/**
 * Two builds from one file: `vite build` makes the server programs (server TSX is compiled ahead, no loader at run
 * time; `--mode bench` adds the measurements), `vite build --mode client` makes what the browser gets. Dependencies of the server stay in node_modules.
 */
export default defineConfig(({ mode }) =>
  mode === 'client'
    ? {
        publicDir: false,
        plugins: [iconSpritePlugin()],
        build: {
          outDir: 'dist/client',
          emptyOutDir: true,
          assetsInlineLimit: 0,
          manifest: true,
          modulePreload: false,
          rollupOptions: {
            input: {
              portal: 'client/portal.ts',
              staff: 'client/staff.ts',
              simulator: 'client/simulator.ts',
              gallery: 'client/gallery.ts',
            },
          },
        },
      }
    : {
        publicDir: false,
        build: {
          ssr: true,
          target: 'node24',
          outDir: 'dist/server',
          emptyOutDir: true,
          sourcemap: true,
          rollupOptions: {
            input: {
              main: 'src/main.ts',
              simulators: 'simulators/main.ts',
              inzage: 'src/command.ts',
              pdf: 'src/platform/pdf/thread.ts',
              ...(mode === 'bench' && { bench: 'bench/main.ts' }),
            },
          },
        },
      },
);
