/** A command that compiles botocore-format service models into model packs. */
module io.boto4j.modelcompiler {
  requires static org.jspecify;
  requires io.boto4j.model;
  requires info.picocli;

  exports io.boto4j.modelcompiler;

  opens io.boto4j.modelcompiler to
      info.picocli;
}
