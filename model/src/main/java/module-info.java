/** Service models as Java objects, the packs they are read from, and the codecs. */
@SuppressWarnings("module") // these modules are compiled after this one, so javac cannot see them
module io.boto4j.model {
  requires static org.jspecify;

  exports io.boto4j.model;
  exports io.boto4j.model.derived;
  exports io.boto4j.model.resource;
  exports io.boto4j.model.codec to
      io.boto4j,
      io.boto4j.local;
  exports io.boto4j.model.pack to
      io.boto4j.modelcompiler;
  exports io.boto4j.model.rules to
      io.boto4j,
      io.boto4j.modelcompiler;
}
