import { defineConfig } from "vite";

// One entry an island, so that a page loads only what it uses; names carry a hash of what they hold.
export default defineConfig({
  base: "/static/",
  build: {
    outDir: "../src/dragoman/web/static",
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    target: "es2022",
    rollupOptions: {
      input: ["src/desk.ts", "src/timeline.ts", "src/map.ts", "src/network.ts"],
    },
  },
});
