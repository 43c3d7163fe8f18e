/** The part of jsColorEngine that is used here; the package has no types of its own. */
declare module 'jscolorengine' {
  class Profile {
    /** @throws where it is no profile */
    loadBinary(bytes: Uint8Array): unknown;
  }
  class Transform {
    constructor(options: { readonly dataFormat: 'int8'; readonly buildLut: boolean; readonly BPC: boolean });
    /** From a profile, or the name of a built-in one, to another. */
    create(from: Profile | string, to: Profile | string, intent: number): void;
    array(values: Uint8ClampedArray): Uint8ClampedArray;
  }
  const library: {
    readonly Profile: typeof Profile;
    readonly Transform: typeof Transform;
    readonly eIntent: { readonly relative: number };
  };
  export default library;
}
