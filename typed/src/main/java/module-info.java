/**
 * Types for AWS without generated classes for all of it: literal calls that the compiler checks
 * against the models, interfaces of a program's own that are bound to operations, and sources that
 * are generated for the operations that a program names.
 *
 * <table>
 *   <caption>What each package is for</caption>
 *   <thead>
 *     <tr><th scope="col">group</th><th scope="col">package</th><th scope="col">for</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>API</td><td>{@link io.boto4j.typed}</td><td>annotations, and making instances of interfaces</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>All other packages are internal. The check is a plugin of javac named {@code boto4j-check}.
 */
module io.boto4j.typed {
  requires static org.jspecify;
  requires static java.compiler;
  requires static jdk.compiler;
  requires static info.picocli;
  requires transitive io.boto4j;

  exports io.boto4j.typed;

  opens io.boto4j.typed.main to
      info.picocli;

  provides com.sun.source.util.Plugin with
      io.boto4j.typed.check.CheckPlugin;
  provides javax.annotation.processing.Processor with
      io.boto4j.typed.generate.GenerateProcessor;
}
