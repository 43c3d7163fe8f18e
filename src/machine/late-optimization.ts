/**
 * Has V8 consider a function for optimization when more of it has run, in bytes of its code: six times as much as
 * usual.
 */
export const lateOptimization = '--interrupt-budget=400000';
