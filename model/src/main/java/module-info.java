/**
 * The service models of AWS as Java objects: services, operations, shapes, members and traits.
 *
 * <p>Most programs need no type of this module. A program that reads models, to list the operations
 * of a service for example, begins with {@code Client.model()}, which returns a {@link
 * io.boto4j.model.ServiceModel}.
 *
 * <table>
 *   <caption>What each package is for</caption>
 *   <thead>
 *     <tr><th scope="col">package</th><th scope="col">for</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>{@link io.boto4j.model}</td><td>reading service models</td></tr>
 *     <tr><td>{@link io.boto4j.model.resource}</td><td>reading the definitions of resources</td></tr>
 *     <tr><td>{@link io.boto4j.model.derived}</td><td>deriving resources from a service model</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Packages that are exported to other modules of boto4j only are internal.
 */
@SuppressWarnings("module") // these modules are compiled after this one, so javac cannot see them
module io.boto4j.model {
  requires static org.jspecify;

  exports io.boto4j.model;
  exports io.boto4j.model.derived;
  exports io.boto4j.model.resource;
  exports io.boto4j.model.codec to
      io.boto4j,
      io.boto4j.local,
      io.boto4j.modelcompiler;
  exports io.boto4j.model.pack to
      io.boto4j.modelcompiler;
  exports io.boto4j.model.rules to
      io.boto4j,
      io.boto4j.modelcompiler;
  exports io.boto4j.model.smithy to
      io.boto4j.modelcompiler;
}
