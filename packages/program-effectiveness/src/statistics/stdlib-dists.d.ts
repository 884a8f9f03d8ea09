/** What `distributions.ts` uses of the bundle, which comes without types. */
declare module '@stdlib/dist-stats-base-dists-flat' {
  interface Flat {
    readonly base: {
      readonly dists: {
        readonly t: {
          cdf(x: number, df: number): number;
          quantile(p: number, df: number): number;
        };
        readonly normal: {
          cdf(x: number, mean: number, sd: number): number;
          quantile(p: number, mean: number, sd: number): number;
        };
        readonly chisquare: {
          cdf(x: number, df: number): number;
        };
        readonly gamma: {
          cdf(x: number, shape: number, rate: number): number;
        };
        readonly beta: {
          cdf(x: number, alpha: number, beta: number): number;
          quantile(p: number, alpha: number, beta: number): number;
        };
        readonly binomial: {
          cdf(x: number, trials: number, p: number): number;
        };
      };
    };
  }
  const flat: Flat;
  export default flat;
}
