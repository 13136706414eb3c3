declare const __RELEASE_FILES__: unknown;
declare const __RELEASE__: unknown;
