export { announceOnce } from './announce-once.ts';
export { bindNative } from './bind-native.ts';
export { buildFolder } from './build-folder.ts';
export { loadNative, type NativeLoad } from './load-native.ts';
export {
  type NativeAddon,
  type NativeFunctions,
  type NativeName,
  type NativeProcessor,
  type NativeSet,
  nativeNames,
} from './native-functions.ts';
