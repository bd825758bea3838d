/** A command that compiles service models into model packs, and looks for newer ones. */
module io.boto4j.modelcompiler {
  requires static org.jspecify;
  requires io.boto4j.model;
  requires eu.maveniverse.maven.mima.context;
  requires info.picocli;
  requires org.apache.commons.compress;
  requires org.apache.maven.resolver;

  exports io.boto4j.modelcompiler;

  opens io.boto4j.modelcompiler to
      info.picocli;
}
