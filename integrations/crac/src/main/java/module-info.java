/**
 * Sessions of boto4j that survive a checkpoint: SnapStart of AWS Lambda, and CRaC.
 *
 * <table>
 *   <caption>What each package is for</caption>
 *   <thead>
 *     <tr><th scope="col">group</th><th scope="col">package</th><th scope="col">for</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>API</td><td>{@link io.boto4j.crac}</td><td>registering sessions for checkpoints</td></tr>
 *   </tbody>
 * </table>
 */
module io.boto4j.crac {
  requires static org.jspecify;
  requires transitive io.boto4j;
  requires transitive org.crac;

  exports io.boto4j.crac;
}
